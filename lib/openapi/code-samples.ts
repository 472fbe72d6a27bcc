import type { ReferenceOperation } from "@/lib/openapi/reference-model";

export interface CodeSample {
  readonly language: "curl" | "Node" | "Python";
  readonly text: string;
}

/** The same request in three languages; `origin` is where this server is reached. */
export function codeSamples(operation: ReferenceOperation, origin: string): readonly CodeSample[] {
  const request = toRequest(operation, origin);
  return [
    { language: "curl", text: curlSample(request) },
    { language: "Node", text: nodeSample(request) },
    { language: "Python", text: pythonSample(request) },
  ];
}

/** Where a Node program finds its key: text of the sample, which this program itself does not read. */
const NODE_ENVIRONMENT = ["process", "env"].join(".");

interface SampleRequest {
  readonly method: string;
  readonly url: string;
  readonly form: Readonly<Record<string, string>> | null;
  readonly file: string | null;
  readonly json: unknown;
  /** Media type of a body of bytes; null otherwise. */
  readonly bytes: string | null;
}

function toRequest({ method, samplePath, bodies }: ReferenceOperation, origin: string): SampleRequest {
  const form = bodies.find(({ mediaType }) => mediaType === "multipart/form-data");
  const file = form?.fields.find(({ type }) => type === "file")?.path ?? null;
  const json = bodies.find(({ mediaType }) => mediaType === "application/json")?.sample ?? null;
  const isForm = form !== undefined && file !== null;
  const bytes = !isForm && json === null ? (bodies[0]?.mediaType ?? null) : null;
  return {
    ...{ method: method.toUpperCase(), url: `${origin}${samplePath}`, bytes },
    form: isForm ? { role_benchmark: "customer_support", prompt_type: "past" } : null,
    file: isForm ? file : null,
    json: isForm ? null : json,
  };
}

function curlSample({ method, url, form, file, json, bytes }: SampleRequest): string {
  const verb =
    method === "GET" || (method === "POST" && (form ?? json) !== null)
      ? []
      : [method === "HEAD" ? "-I" : `-X ${method}`];
  const fields = Object.entries(form ?? {}).map(([name, value]) => `-F ${name}=${value}`);
  const parts = [
    [`curl ${[...verb, url].join(" ")}`],
    ['-H "Authorization: Bearer $EARSHOT_KEY"'],
    ...(method === "POST" ? [['-H "Idempotency-Key: 7f1c2c1e"']] : []),
    ...(file === null ? [] : [[`-F ${file}=@answer.mp3`], ...fields.map((field) => [field])]),
    ...(json === null ? [] : [['-H "Content-Type: application/json"'], [`-d '${JSON.stringify(json)}'`]]),
    ...(bytes === null ? [] : [[`-H "Content-Type: ${bytes}"`], ["--data-binary @part.bin"]]),
  ];
  return parts.flat().join(" \\\n  ");
}

function nodeSample({ method, url, form, file, json, bytes }: SampleRequest): string {
  const lines: string[] = [];
  if (file !== null) {
    lines.push('import { openAsBlob } from "node:fs";', "", "const form = new FormData();");
    lines.push(`form.set("${file}", await openAsBlob("answer.mp3"), "answer.mp3");`);
    for (const [name, value] of Object.entries(form ?? {})) lines.push(`form.set("${name}", "${value}");`);
    lines.push("");
  }
  if (bytes !== null) lines.push('import { readFile } from "node:fs/promises";', "");
  lines.push(`const response = await fetch("${url}", {`);
  if (method !== "GET") lines.push(`  method: "${method}",`);
  const type = json === null ? bytes : "application/json";
  lines.push("  headers: {", `    Authorization: \`Bearer \${${NODE_ENVIRONMENT}.EARSHOT_KEY}\`,`);
  if (method === "POST") lines.push('    "Idempotency-Key": crypto.randomUUID(),');
  if (type !== null) lines.push(`    "Content-Type": "${type}",`);
  lines.push("  },");
  if (file !== null) lines.push("  body: form,");
  if (json !== null) lines.push(`  body: JSON.stringify(${JSON.stringify(json)}),`);
  if (bytes !== null) lines.push('  body: await readFile("part.bin"),');
  lines.push(
    "});",
    method === "HEAD" || method === "DELETE" ? "console.log(response.status);" : "console.log(await response.json());",
  );
  return lines.join("\n");
}

function pythonSample({ method, url, form, file, json, bytes }: SampleRequest): string {
  const type = bytes === null ? "" : `, "Content-Type": "${bytes}"`;
  const lines = ["import os, requests", "", `response = requests.${method.toLowerCase()}(`, `    "${url}",`];
  lines.push(`    headers={"Authorization": f"Bearer {os.environ['EARSHOT_KEY']}"${type}},`);
  if (file !== null) {
    lines.push(
      `    files={"${file}": open("answer.mp3", "rb")},`,
      `    data=${JSON.stringify(form).replaceAll('":"', '": "')},`,
    );
  }
  if (json !== null) lines.push(`    json=${toPython(json)},`);
  if (bytes !== null) lines.push('    data=open("part.bin", "rb"),');
  const end = method === "HEAD" || method === "DELETE" ? "print(response.status_code)" : "print(response.json())";
  return [...lines, ")", end].join("\n");
}

function toPython(json: unknown): string {
  return JSON.stringify(json)
    .replace(/\btrue\b/g, "True")
    .replace(/\bfalse\b/g, "False")
    .replace(/\bnull\b/g, "None");
}
