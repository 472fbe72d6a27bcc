import { readdir } from "node:fs/promises";
import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { POST as postBatch } from "@/app/v1/soft-skills-score/batch/route";
import { POST } from "@/app/v1/soft-skills-score/route";
import { oneLineForm, scoreForm } from "@/lib/answers/testing/score-form";
import { createTestKey } from "@/lib/auth/testing/create-test-key";
import { changeEnvironmentForTests } from "@/lib/config/environment";
import type { OrganizationScope } from "@/lib/db/scope";
import { countTenantRows } from "@/lib/db/testing/count-tenant-rows";
import { createTestOrganization } from "@/lib/db/testing/tenant-rows";
import { useTestDatabase } from "@/lib/db/testing/test-database";
import { callRoute, jsonOf } from "@/lib/http/testing/call-route";
import { useWorker } from "@/lib/worker/testing/use-worker";

const PATH = "/v1/soft-skills-score";
const JSON_TYPE = { "content-type": "application/json" };
const FORM_TYPE = { "content-type": "multipart/form-data; boundary=x" };

useTestDatabase();
const recordings = useWorker();
let scope: OrganizationScope;
let key: string;
let before: Awaited<ReturnType<typeof traces>>;

async function traces() {
  const files = await readdir(recordings(), { recursive: true, withFileTypes: true }).catch(() => []);
  return { rows: await countTenantRows(scope), files: files.filter((file) => file.isFile()).map(({ name }) => name) };
}

beforeAll(async () => {
  changeEnvironmentForTests({ BODY_IDLE_SECONDS: "1" });
  scope = await createTestOrganization();
  key = await createTestKey(scope);
});
beforeEach(async () => {
  before = await traces();
});
afterEach(async () => {
  await expect.poll(traces, { message: "what is refused leaves nothing behind" }).toEqual(before);
});

async function refused(status: number, code: string, body: BodyInit, headers: Record<string, string>, as = POST) {
  const response = await callRoute(as, PATH, { method: "POST", key, headers, body });
  const problem = await jsonOf(response);
  expect([response.status, problem.code]).toEqual([status, code]);
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  return problem;
}
const part = (name: string, value: string, more = "") =>
  `--x\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n${value}\r\n`;
/** Sends this much and then nothing more, without hanging up. */
const stalling = (text: string) =>
  new ReadableStream({ start: (controller) => controller.enqueue(new TextEncoder().encode(text)) });

test("a body that stalls is given up: as a form, inside its file, and as JSON", async () => {
  await refused(408, "request_timeout", stalling(part("role_benchmark", "sales")), FORM_TYPE);
  await refused(408, "request_timeout", stalling(part("audio", "RIFF", '; filename="a.wav"')), FORM_TYPE);
  await refused(408, "request_timeout", stalling('{"role_bench'), JSON_TYPE);
  await refused(408, "request_timeout", stalling('{"items":['), JSON_TYPE, postBatch);
});

/** A byte now and then, without end. */
function trickling(text: string, everyMs: number): ReadableStream {
  let timer: NodeJS.Timeout | undefined;
  return new ReadableStream({
    start: (controller) => {
      controller.enqueue(new TextEncoder().encode(text));
      timer = setInterval(() => controller.enqueue(new Uint8Array([32])), everyMs);
    },
    cancel: () => clearInterval(timer),
  });
}

test("a body that trickles is given up too, with what to do instead", async () => {
  const { detail } = await refused(408, "request_timeout", trickling('{"role_bench', 100), JSON_TYPE);
  expect(detail).toContain("POST /v1/uploads");
});

test("a form of 10,000 fields is refused, before or after its recording", async () => {
  const many = Array.from({ length: 10_000 }, (_, i) => part(`f${i}`, "x")).join("");
  const audio = part("audio", "RIFF", '; filename="a.wav"');
  await refused(400, "invalid_request", `${many}${audio}--x--\r\n`, FORM_TYPE);
  await refused(400, "invalid_request", `${audio}${many}--x--\r\n`, FORM_TYPE);
});

test.each([
  ["nested 10,000 deep", `{"a":${"[".repeat(10_000)}${"]".repeat(10_000)}}`],
  ["with a key twice", '{"role_benchmark":"sales","role_benchmark":"retail","audio_url":"https://example.com"}'],
  ["with __proto__", '{"role_benchmark":"sales","audio_url":"https://example.com","metadata":{"__proto__":"x"}}'],
  ["that is not UTF-8", Buffer.from('{"prompt":"\xff\xfe"}', "latin1")],
  ["with NUL characters", '{"prompt":"\0"}'],
])("JSON %s is refused, alone and in a batch", async (_, body) => {
  const bytes = typeof body === "string" ? Buffer.from(body) : body;
  const batch = Buffer.concat([Buffer.from('{"items":['), bytes, Buffer.from("]}")]);
  await refused(400, "invalid_request", new Uint8Array(bytes), JSON_TYPE);
  await refused(400, "invalid_request", new Uint8Array(batch), JSON_TYPE, postBatch);
});

test("JSON parts of a form are read as strictly as a JSON body", async () => {
  for (const metadata of ['{"a":"1","a":"2"}', '{"__proto__":"x"}', "[".repeat(10_000), "{"]) {
    const form = await scoreForm({ metadata });
    const problem = await jsonOf(await callRoute(POST, PATH, { method: "POST", key, body: form }));
    expect(problem).toMatchObject({ status: 422, code: "invalid_field", errors: [{ pointer: "/metadata" }] });
  }
});

test("a body over the limit is refused while it is still being sent", async () => {
  let sent = 0;
  const endless = new ReadableStream({
    pull: (controller) => {
      sent += 65_536;
      controller.enqueue(new Uint8Array(65_536).fill(32));
    },
  });
  await refused(400, "invalid_request", endless, JSON_TYPE);
  expect(sent).toBeLessThan(5_000_000);
});

test("ids with line breaks, paths or SQL in them are refused as fields", async () => {
  for (const id of ["upl_x\r\nset-cookie: a=b", "../../etc/passwd", "upl_' or 1=1 --", 7, null, {}]) {
    await refused(422, "invalid_field", JSON.stringify({ role_benchmark: "sales", upload_id: id }), JSON_TYPE);
    await refused(422, "invalid_field", JSON.stringify({ role_benchmark: "sales", answer_id: id }), JSON_TYPE);
  }
});

test("a length that is announced far too large is refused before anything is read", async () => {
  const headers = { ...FORM_TYPE, "content-length": "99999999999" };
  await refused(413, "media_too_large", stalling("--x\r\n"), headers);
});

test("a file's name is never a path: recordings are stored under their content", async () => {
  const form = await oneLineForm();
  const file = form.get("audio");
  if (!(file instanceof File)) throw new Error("the form has no recording");
  form.set("audio", file, "../../../../tmp/evil\r\nx: y.mp3");
  const response = await callRoute(POST, PATH, { method: "POST", key, body: form });
  expect(response.status).toBe(200);
  const { audio } = await jsonOf(response);
  before = await traces();
  expect(before.files).toEqual([audio.sha256]);
});
