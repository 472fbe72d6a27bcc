import { readdir } from "node:fs/promises";
import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { GET as nowhere } from "@/app/v1/[[...rest]]/route";
import { GET as getOne } from "@/app/v1/soft-skills-score/[id]/route";
import { PUT as putTranscript } from "@/app/v1/soft-skills-score/[id]/transcript/route";
import { DELETE, GET, POST } from "@/app/v1/soft-skills-score/route";
import { fixtureFile, oneLineForm, readFixture, scoreForm } from "@/lib/answers/testing/score-form";
import { createTestKey } from "@/lib/auth/testing/create-test-key";
import type { OrganizationScope } from "@/lib/db/scope";
import { countTenantRows } from "@/lib/db/testing/count-tenant-rows";
import { createRowsEverywhere, createTestOrganization } from "@/lib/db/testing/tenant-rows";
import { useTestDatabase } from "@/lib/db/testing/test-database";
import { callRoute, jsonOf, type CallOptions } from "@/lib/http/testing/call-route";
import { useWorker } from "@/lib/worker/testing/use-worker";

const PATH = "/v1/soft-skills-score";

useTestDatabase();
const recordings = useWorker();
let scope: OrganizationScope;
let key: string;
let before: { rows: Record<string, number>; files: string[] };

async function traces() {
  const files = await readdir(recordings(), { recursive: true, withFileTypes: true }).catch(() => []);
  return { rows: await countTenantRows(scope), files: files.filter((file) => file.isFile()).map((file) => file.name) };
}

beforeAll(async () => {
  scope = await createTestOrganization();
  key = await createTestKey(scope);
});
beforeEach(async () => {
  before = await traces();
});
afterEach(async () => {
  expect(await traces(), "a refused request leaves nothing behind").toEqual(before);
});

async function expectProblem(response: Response, status: number, code: string, pointer?: string) {
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  const problem = await jsonOf(response);
  expect(problem).toMatchObject({
    status,
    code,
    type: `/docs/errors/${code}`,
    request_id: expect.stringMatching(/^req_/),
  });
  expect(response.status).toBe(status);
  expect(response.headers.get("x-request-id")).toBe(problem.request_id);
  if (pointer !== undefined)
    expect(problem.errors.map((error: { pointer: string }) => error.pointer)).toContain(pointer);
  return problem;
}

const post = (body: BodyInit, options: CallOptions = {}) =>
  callRoute(POST, PATH, { method: "POST", key, body, ...options });
const JSON_TYPE = { "content-type": "application/json" };

test("400: a body that is no form, a form cut off, JSON that is none, a foreign cursor, a bad limit", async () => {
  const headers = { "content-type": "multipart/form-data; boundary=x" };
  await expectProblem(await post("no form at all", { headers }), 400, "invalid_request");
  const cut = '--x\r\nContent-Disposition: form-data; name="audio"; filename="a"\r\n\r\nRIFF';
  await expectProblem(await post(cut, { headers }), 400, "invalid_request");
  await expectProblem(await post("x", { headers: { "content-type": "multipart/form-data" } }), 400, "invalid_request");
  await expectProblem(await post("{", { headers: JSON_TYPE }), 400, "invalid_request");
  await expectProblem(await callRoute(GET, `${PATH}?cursor=abc`, { key }), 400, "invalid_request", "/cursor");
  await expectProblem(await callRoute(GET, `${PATH}?limit=101`, { key }), 400, "invalid_request", "/limit");
});

test("400: a query with NUL characters, or times that no row can have", async () => {
  for (const name of ["role_benchmark", "external_id"]) {
    await expectProblem(await callRoute(GET, `${PATH}?${name}=%00`, { key }), 400, "invalid_request", `/${name}`);
  }
  const time = await callRoute(GET, `${PATH}?created_after=0000-01-01T00:00:00Z`, { key });
  await expectProblem(time, 400, "invalid_request", "/created_after");
  const cursor = Buffer.from('["0000-01-01T00:00:00.000Z","asm_1"]').toString("base64url");
  await expectProblem(await callRoute(GET, `${PATH}?cursor=${cursor}`, { key }), 400, "invalid_request", "/cursor");
});

test("422: text that cannot be stored, as key and as value, in every field", async () => {
  const refused = async (fields: Record<string, string>, pointer?: string) =>
    expectProblem(await post(await scoreForm(fields)), 422, "invalid_field", pointer);
  for (const text of ["\\u0000", "\\ud800"]) {
    await refused({ metadata: `{"a":"x${text}"}` }, "/metadata/a");
    const problem = await refused({ metadata: `{"a${text}":"x"}` });
    expect(problem.detail).toContain("must not hold NUL");
    await refused({ candidate: `{"name":"x${text}"}` }, "/candidate/name");
  }
  for (const name of ["role_benchmark", "prompt", "external_id", "transcript"]) {
    await refused({ [name]: "a\0b" }, `/${name}`);
  }
});

test("422: the name __proto__ is refused wherever it stands", async () => {
  for (const [name, value] of [
    ["__proto__", "x"],
    ["metadata", '{"__proto__":"x"}'],
    ["candidate", '{"__proto__":{"name":"x"}}'],
  ] as const) {
    const form = await scoreForm();
    form.set(name, value);
    await expectProblem(await post(form), 422, "invalid_field", `/${name}`);
  }
});

test("400: an unknown query parameter is named", async () => {
  const problem = await expectProblem(
    await callRoute(GET, `${PATH}?colour=red`, { key }),
    400,
    "unknown_parameter",
    "/colour",
  );
  expect(problem.detail).toContain("colour");
});

test("401: no key, a wrong key, an expired and a revoked one look the same", async () => {
  const gone = await createTestKey(scope, { revokedAt: new Date() });
  const late = await createTestKey(scope, { expiresAt: new Date(Date.now() - 1_000) });
  const elsewhere = await createTestKey(scope, { ipAllowList: ["203.0.113.0/24"] });
  const unknown = `es_live_${"A".repeat(43)}`;
  const details = new Set<string>();
  for (const presented of [null, "nonsense", unknown, gone, late, elsewhere]) {
    const problem = await expectProblem(await callRoute(GET, PATH, { key: presented }), 401, "unauthorized");
    details.add(problem.detail);
  }
  expect(details.size).toBe(1);
});

test("403: a key without the scope", async () => {
  const readOnly = await createTestKey(scope, { scopes: ["score:read"] });
  await expectProblem(await post(await oneLineForm(), { key: readOnly }), 403, "forbidden");
});

test("404: an id of nobody, no id at all, an address at which nothing is", async () => {
  const id = "asm_01J00000000000000000000000";
  await expectProblem(await callRoute(getOne, `${PATH}/${id}`, { key, params: { id } }), 404, "not_found");
  await expectProblem(await callRoute(getOne, `${PATH}/x`, { key, params: { id: "x" } }), 404, "not_found");
  await expectProblem(await callRoute(nowhere, "/v1/nothing"), 404, "not_found");
  const body = JSON.stringify({ answer_id: "ans_01J00000000000000000000000", role_benchmark: "sales" });
  await expectProblem(await post(body, { headers: JSON_TYPE }), 404, "not_found");
});

test("405: a method that the address does not take, with those it does", async () => {
  const response = await callRoute(DELETE, PATH, { method: "DELETE", key });
  expect(response.headers.get("allow")).toBe("GET, POST, HEAD");
  await expectProblem(response, 405, "method_not_allowed");
});

test("409: a transcript for a run that is still under way", async () => {
  const other = await createTestOrganization();
  const { assessmentId: id } = await createRowsEverywhere(other);
  const options = { method: "PUT", key: await createTestKey(other), params: { id }, headers: JSON_TYPE };
  const body = JSON.stringify({ transcript: "Hello there." });
  await expectProblem(
    await callRoute(putTranscript, `${PATH}/${id}/transcript`, { ...options, body }),
    409,
    "conflict",
  );
});

test("413: a file larger than allowed, announced or not", async () => {
  const headers = { "content-type": "multipart/form-data; boundary=x", "content-length": "900000000" };
  await expectProblem(await post("--x", { headers }), 413, "media_too_large");
});

test("415: a content type that is neither form nor JSON; a file that is no recording, whatever its name", async () => {
  await expectProblem(await post("a=b", { headers: { "content-type": "text/csv" } }), 415, "unsupported_content_type");
  const audio = new File(["This is a text file with another name."], "answer.mp3", { type: "audio/mpeg" });
  await expectProblem(await post(await scoreForm({ audio })), 415, "unsupported_media");
});

test("422: the recording is missing, empty, or sent as text", async () => {
  const form = await scoreForm();
  form.delete("audio");
  await expectProblem(await post(form), 422, "missing_audio", "/audio");
  await expectProblem(await post(await scoreForm({ audio: "text" })), 422, "missing_audio", "/audio");
  await expectProblem(await post(await scoreForm({ audio: new File([], "a.mp3") })), 422, "missing_audio");
});

test("422: unknown and wrong fields, each with its pointer", async () => {
  await expectProblem(await post(await scoreForm({ colour: "red" })), 422, "invalid_field", "/colour");
  await expectProblem(await post(await scoreForm({ prompt_type: "odd" })), 422, "invalid_field", "/prompt_type");
  await expectProblem(await post(await scoreForm({ metadata: "{" })), 422, "invalid_field", "/metadata");
  await expectProblem(await post(await scoreForm({ metadata: '{"a":1}' })), 422, "invalid_field", "/metadata/a");
  const candidate = JSON.stringify({ email: "nobody", shoe_size: 44 });
  const problem = await expectProblem(
    await post(await scoreForm({ candidate })),
    422,
    "invalid_field",
    "/candidate/email",
  );
  expect(problem.errors.map((error: { pointer: string }) => error.pointer)).toContain("/candidate/shoe_size");
  const twice = await scoreForm();
  twice.append("audio", await fixtureFile("one-line.mp3"));
  await expectProblem(await post(twice), 422, "invalid_field", "/audio");
  await expectProblem(await post("{}", { headers: JSON_TYPE }), 422, "missing_audio", "/audio_url");
});

test("422: an unknown role names the known ones, an unknown language the supported ones", async () => {
  const role = await expectProblem(
    await post(await scoreForm({ role_benchmark: "pilot" })),
    422,
    "unknown_role_benchmark",
  );
  expect(role.detail).toContain("customer_support");
  const language = await expectProblem(await post(await scoreForm({ language: "tlh" })), 422, "unsupported_language");
  expect(language.detail).toContain("en");
});

test("422: a transcript that cannot be read says in which line", async () => {
  const transcript = "WEBVTT\n\n00:00:09.000 --> 00:00:01.000\nHello";
  const problem = await expectProblem(
    await post(await scoreForm({ transcript })),
    422,
    "invalid_transcript",
    "/transcript",
  );
  expect(problem.detail).toContain("Line 3");
});

test("422: a silent recording, and a damaged one", async () => {
  await expectProblem(await post(await scoreForm({ audio: await fixtureFile("silence.mp3") })), 422, "no_speech");
  const noise = Buffer.alloc(4_000, 7);
  const damaged = new File(
    [new Uint8Array(Buffer.concat([(await readFixture("weak.mp3")).subarray(0, 64), noise]))],
    "x",
  );
  const response = await post(await scoreForm({ audio: damaged }));
  expect([415, 422]).toContain(response.status);
});

test("422: the transcript of another recording", async () => {
  const transcript = (await readFixture("weak.words.json")).toString("utf8");
  await expectProblem(await post(await scoreForm({ transcript })), 422, "transcript_mismatch", "/transcript");
});
