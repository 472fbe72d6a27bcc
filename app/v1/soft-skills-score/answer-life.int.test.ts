import { readdir } from "node:fs/promises";
import { beforeAll, expect, test } from "vitest";
import { GET as getRecording } from "@/app/v1/soft-skills-score/[id]/recording/route";
import { DELETE, GET as getOne } from "@/app/v1/soft-skills-score/[id]/route";
import { GET as getTranscript, PUT as putTranscript } from "@/app/v1/soft-skills-score/[id]/transcript/route";
import { POST } from "@/app/v1/soft-skills-score/route";
import { CUSTOMER_PROMPT, fixtureFile, oneLineForm, readFixture, scoreForm } from "@/lib/answers/testing/score-form";
import { createTestKey } from "@/lib/auth/testing/create-test-key";
import type { OrganizationScope } from "@/lib/db/scope";
import { countTenantRows } from "@/lib/db/testing/count-tenant-rows";
import { createTestOrganization } from "@/lib/db/testing/tenant-rows";
import { useTestDatabase } from "@/lib/db/testing/test-database";
import { withOrganization } from "@/lib/db/with-organization";
import { callRoute, jsonOf } from "@/lib/http/testing/call-route";
import { useWorker } from "@/lib/worker/testing/use-worker";

const PATH = "/v1/soft-skills-score";
const JSON_TYPE = { "content-type": "application/json" };

useTestDatabase();
const recordings = useWorker();
let scope: OrganizationScope;
let key: string;
let id: string;

beforeAll(async () => {
  scope = await createTestOrganization();
  key = await createTestKey(scope);
  const form = await scoreForm({
    audio: await fixtureFile("average.opus"),
    prompt: CUSTOMER_PROMPT,
    prompt_type: "past",
  });
  const score = await jsonOf(await callRoute(POST, PATH, { method: "POST", key, body: form }));
  expect(score).toMatchObject({ object: "soft_skills_score", completed_at: expect.any(String) });
  id = score.id;
});

const at = (suffix = "") => `${PATH}/${id}${suffix}`;
const options = () => ({ key, params: { id } });
const readScore = async () => jsonOf(await callRoute(getOne, at(), options()));

test("without words there are measurements and provisional clarity and composure, and it says what is missing", async () => {
  const score = await readScore();
  expect(score).toMatchObject({ status: "partial", transcript: null, dimensions: { communication: null } });
  expect(score.provisional).toEqual(["clarity", "composure"]);
  expect(score.low_confidence[0].reasons[0]).toMatchObject({ code: "no_transcript", needs: "transcript" });
  const missing = await callRoute(getTranscript, at("/transcript"), options());
  expect(missing.status).toBe(404);
});

test("the transcript of another recording is refused and changes nothing", async () => {
  const before = await readScore();
  const body = JSON.stringify({ transcript: (await readFixture("weak.words.json")).toString("utf8") });
  const response = await callRoute(putTranscript, at("/transcript"), {
    ...options(),
    method: "PUT",
    headers: JSON_TYPE,
    body,
  });
  expect(response.status).toBe(422);
  expect((await jsonOf(response)).code).toBe("transcript_mismatch");
  expect(await readScore()).toEqual(before);
});

test("words that are sent later complete the result under the same id, for every role it has", async () => {
  const other = await jsonOf(
    await callRoute(POST, PATH, {
      method: "POST",
      key,
      headers: JSON_TYPE,
      body: JSON.stringify({ answer_id: id, role_benchmark: "sales" }),
    }),
  );
  const body = (await readFixture("average.vtt")).toString("utf8");
  const headers = { "content-type": "text/vtt" };
  const response = await callRoute(putTranscript, at("/transcript"), { ...options(), method: "PUT", headers, body });
  const score = await jsonOf(response);
  expect(response.status, JSON.stringify(score).slice(0, 300)).toBe(200);
  expect(score).toMatchObject({ id, status: "success", provisional: [] });
  const sales = await jsonOf(await callRoute(getOne, `${PATH}/${other.id}`, { key, params: { id: other.id } }));
  expect(sales.dimensions).toEqual(score.dimensions);
});

test("the words are read back as JSON and as WebVTT", async () => {
  const json = await jsonOf(await callRoute(getTranscript, at("/transcript"), options()));
  expect(json.words.length).toBeGreaterThan(100);
  const vtt = await (await callRoute(getTranscript, at("/transcript?format=vtt"), options())).text();
  expect(vtt.startsWith("WEBVTT")).toBe(true);
  const odd = await callRoute(getTranscript, at("/transcript?format=doc"), options());
  expect(odd.status).toBe(400);
});

test("the recording comes back byte for byte, whole and by range", async () => {
  const bytes = await readFixture("average.opus");
  const whole = await callRoute(getRecording, at("/recording"), options());
  expect(whole.status).toBe(200);
  expect(whole.headers.get("content-type")).toBe("audio/ogg");
  expect(Buffer.from(await whole.arrayBuffer()).equals(bytes)).toBe(true);
  const part = await callRoute(getRecording, at("/recording"), { ...options(), headers: { range: "bytes=10-19" } });
  expect(part.status).toBe(206);
  expect(part.headers.get("content-range")).toBe(`bytes 10-19/${bytes.length}`);
  expect(Buffer.from(await part.arrayBuffer()).equals(bytes.subarray(10, 20))).toBe(true);
  const beyond = await callRoute(getRecording, at("/recording"), {
    ...options(),
    headers: { range: "bytes=999999999-" },
  });
  expect(beyond.status).toBe(416);
  expect(beyond.headers.get("content-type")).toBe("application/problem+json");
  expect(beyond.headers.get("content-range")).toBe(`bytes */${bytes.length}`);
  expect(await jsonOf(beyond)).toMatchObject({ status: 416, code: "range_not_satisfiable" });
});

test("another organization sees none of it, whatever the route", async () => {
  const foreign = await createTestKey(await createTestOrganization());
  const before = await countTenantRows(scope);
  const asOther = { key: foreign, params: { id } };
  const body = JSON.stringify({ transcript: "Hello there." });
  const statuses = await Promise.all([
    callRoute(getOne, at(), asOther),
    callRoute(DELETE, at(), { ...asOther, method: "DELETE" }),
    callRoute(getTranscript, at("/transcript"), asOther),
    callRoute(putTranscript, at("/transcript"), { ...asOther, method: "PUT", headers: JSON_TYPE, body }),
    callRoute(getRecording, at("/recording"), asOther),
    callRoute(POST, PATH, {
      key: foreign,
      method: "POST",
      headers: JSON_TYPE,
      body: JSON.stringify({ answer_id: id, role_benchmark: "sales" }),
    }),
  ]);
  expect(statuses.map((response) => response.status)).toEqual([404, 404, 404, 404, 404, 404]);
  expect(await countTenantRows(scope)).toEqual(before);
});

test("the same content sent twice is one file, and erasing one answer leaves the other's recording", async () => {
  const send = async () =>
    (await jsonOf(await callRoute(POST, PATH, { method: "POST", key, body: await oneLineForm() }))).id;
  const [first, second] = [await send(), await send()];
  const folder = `${recordings()}/${scope.organizationId}`;
  const files = (await readdir(folder)).length;
  await callRoute(DELETE, `${PATH}/${first}`, { key, method: "DELETE", params: { id: first } });
  expect((await readdir(folder)).length).toBe(files);
  expect((await callRoute(getRecording, "/x", { key, params: { id: second } })).status).toBe(200);
  await callRoute(DELETE, `${PATH}/${second}`, { key, method: "DELETE", params: { id: second } });
  expect((await readdir(folder)).length).toBe(files - 1);
});

test("DELETE erases every row and every byte, and the audit log remembers that it did", async () => {
  const response = await callRoute(DELETE, at(), { ...options(), method: "DELETE" });
  expect(response.status).toBe(204);
  expect(Object.values(await countTenantRows(scope))).toEqual([0, 0, 0, 0, 0]);
  expect(await readdir(`${recordings()}/${scope.organizationId}`)).toEqual([]);
  const actions = await withOrganization(scope, (transaction) =>
    transaction.auditLog.findMany({ select: { action: true } }),
  );
  expect(actions.map(({ action }) => action)).toEqual(
    expect.arrayContaining([
      "assessment.created",
      "assessment.completed",
      "transcript.sent",
      "transcript.applied",
      "answer.erased",
    ]),
  );
  expect((await callRoute(DELETE, at(), { ...options(), method: "DELETE" })).status).toBe(404);
});
