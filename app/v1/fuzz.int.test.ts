import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { createTestKey } from "@/lib/auth/testing/create-test-key";
import { createRowsEverywhere, createTestOrganization } from "@/lib/db/testing/tenant-rows";
import { tenantSnapshot } from "@/lib/db/testing/tenant-snapshot";
import { useTestDatabase } from "@/lib/db/testing/test-database";
import { ERROR_CODES } from "@/lib/errors/error-codes";
import { callRoute } from "@/lib/http/testing/call-route";
import { buildDocument } from "@/lib/openapi/build-document";
import { anyText, type JsonSchema, nearSchema } from "@/lib/openapi/testing/arbitrary-of-schema";
import { loadOperations, type WalkedOperation } from "@/lib/openapi/testing/load-operations";
import { useWorker } from "@/lib/worker/testing/use-worker";

const ROOT = path.resolve(import.meta.dirname, "../..");
/** Requests an operation; FUZZ_RUNS for a longer walk. */
const RUNS = Number(process.env["FUZZ_RUNS"] ?? 40);
const ID = /\b[a-z]{3}_[0-7][0-9A-HJKMNP-TV-Z]{25}\b/g;

useTestDatabase();
const recordings = useWorker();
let operations: readonly WalkedOperation[];
let operationsOf: (name: string) => Described;
let resolve: (reference: string) => JsonSchema;
let key: string;
let ids: readonly string[];

interface Described {
  readonly parameters?: readonly { readonly name?: string; readonly in?: string; readonly schema?: JsonSchema }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema?: JsonSchema }>> };
}

beforeAll(async () => {
  operations = await loadOperations(ROOT);
  // Plain JSON from here on: only what this walk reads is declared.
  const document = JSON.parse(JSON.stringify(buildDocument(operations)));
  operationsOf = (name) => {
    const [method = "", address = ""] = name.split(" ");
    return document.paths[address][method.toLowerCase()];
  };
  resolve = (reference) => document.components.schemas[reference.split("/").at(-1) ?? ""] ?? {};
  const scope = await createTestOrganization();
  await createRowsEverywhere(scope);
  key = await createTestKey(scope, { livemode: false });
  // The bytes of the recording that the rows speak of.
  const rows = await tenantSnapshot(scope.organizationId);
  const [storageKey = ""] = JSON.stringify(rows).match(new RegExp(`${scope.organizationId}/[0-9a-f]{64}`)) ?? [];
  await mkdir(path.join(recordings(), scope.organizationId), { recursive: true });
  await writeFile(path.join(recordings(), storageKey), "x");
  ids = [...new Set(JSON.stringify(rows).match(ID) ?? [])];
}, 60_000);

interface Probe {
  readonly params: Readonly<Record<string, string>>;
  readonly query: readonly (readonly [string, string])[];
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array | null;
}

/** A value that a header may hold; others never leave a client. */
const headerText = fc.oneof(
  fc.constantFrom(
    "",
    "0",
    "wait=0",
    "respond-async",
    "wait=99999999999",
    "bytes=0-",
    "bytes=9-1",
    "1.0.0",
    "text/plain",
  ),
  fc.string({ maxLength: 40 }).map((text) => text.replace(/[^\x21-\x7e]/g, "-")),
);

function probesOf({ name, path: address }: WalkedOperation): fc.Arbitrary<Probe> {
  const { parameters = [], requestBody } = operationsOf(name);
  const names = [...address.matchAll(/\{(\w+)\}/g)].map(([, parameter = ""]) => parameter);
  const id = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...ids) }, { weight: 1, arbitrary: anyText });
  const query = parameters.flatMap((each) => (each.in === "query" && each.name !== undefined ? [each.name] : []));
  const [type = "application/json"] = Object.keys(requestBody?.content ?? {}).filter((each) => each.includes("json"));
  const schema = requestBody?.content[type]?.schema ?? {};
  const json = nearSchema(schema, resolve).map((value) => JSON.stringify(value) ?? "");
  const bytes = fc.uint8Array({ maxLength: 200 });
  const body = requestBody
    ? fc.oneof({ weight: 6, arbitrary: json }, { weight: 1, arbitrary: bytes }, { weight: 1, arbitrary: anyText })
    : fc.constant(null);
  const contentType = fc.oneof(
    { weight: 6, arbitrary: fc.constant(type) },
    {
      weight: 1,
      arbitrary: fc.constantFrom("multipart/form-data; boundary=x", "application/offset+octet-stream", "a"),
    },
  );
  return fc.record({
    params: fc.record(Object.fromEntries(names.map((parameter) => [parameter, id]))),
    query: fc.array(fc.tuple(fc.oneof(anyText, fc.constantFrom("limit", "cursor", ...query)), anyText), {
      maxLength: 2,
    }),
    headers: fc
      .tuple(
        contentType,
        fc.dictionary(
          fc.constantFrom("prefer", "idempotency-key", "range", "upload-offset", "upload-length", "tus-resumable"),
          headerText,
          { maxKeys: 3 },
        ),
      )
      .map(([content, others]) => ({ ...(requestBody && { "content-type": content }), ...others })),
    body,
  });
}

async function answerTo({ path: address, method, handler }: WalkedOperation, probe: Probe) {
  const filled = address.replace(/\{(\w+)\}/g, (_, parameter: string) =>
    encodeURIComponent((probe.params[parameter] ?? "").replace(/\p{Surrogate}/gu, "-")),
  );
  const query = new URLSearchParams(probe.query.map(([name, value]) => [name, value])).toString();
  return callRoute(handler, `${filled}${query === "" ? "" : `?${query}`}`, {
    ...{ key, method: method.toUpperCase(), params: probe.params, headers: probe.headers },
    // Bodies of bytes as they are; undici's BodyInit wants a buffer of its own.
    body: probe.body instanceof Uint8Array ? new Uint8Array(probe.body) : probe.body,
  });
}

test("whatever is sent to an operation of the document, the answer is no fault of ours, and a refusal says which and why", async () => {
  expect(operations.length).toBeGreaterThan(15);
  for (const operation of operations) {
    await fc.assert(
      fc.asyncProperty(probesOf(operation), async (probe) => {
        const response = await answerTo(operation, probe);
        const text = await response.text();
        const { status } = response;
        if (status >= 500) throw new Error(`${operation.name} answered ${status}: ${text.slice(0, 500)}`);
        if (status < 400 || operation.method === "head") return;
        expect(response.headers.get("content-type")).toContain("application/problem+json");
        const problem = JSON.parse(text);
        expect(Object.keys(ERROR_CODES)).toContain(problem.code);
        expect(problem).toMatchObject({ status, detail: expect.stringMatching(/\S/), request_id: expect.any(String) });
        expect(text).not.toMatch(/\bat .+:\d+:\d+|node_modules|select .+ from|prisma/i);
      }),
      { numRuns: RUNS },
    );
  }
}, 600_000);
