import { readdir } from "node:fs/promises";
import { beforeEach, expect, test } from "vitest";
import { POST as complete } from "@/app/v1/live-answers/[id]/complete/route";
import { DELETE, GET, PATCH } from "@/app/v1/live-answers/[id]/route";
import { POST as begin } from "@/app/v1/live-answers/route";
import { POST as cancel } from "@/app/v1/soft-skills-score/[id]/cancel/route";
import { DELETE as erase, GET as getResult } from "@/app/v1/soft-skills-score/[id]/route";
import { POST as score } from "@/app/v1/soft-skills-score/route";
import { CUSTOMER_PROMPT, fixtureFile, readFixture, scoreForm } from "@/lib/answers/testing/score-form";
import { createTestKey } from "@/lib/auth/testing/create-test-key";
import type { OrganizationScope } from "@/lib/db/scope";
import { createTestOrganization } from "@/lib/db/testing/tenant-rows";
import { useTestDatabase } from "@/lib/db/testing/test-database";
import { withOrganization } from "@/lib/db/with-organization";
import { callRoute, jsonOf } from "@/lib/http/testing/call-route";
import { removeOldLiveAnswers } from "@/lib/jobs/remove-old-live-answers";
import { MAX_OPEN_LIVE_ANSWERS } from "@/lib/live-answers/constants";
import { partsFolder } from "@/lib/storage/object-store";
import { useWorker } from "@/lib/worker/testing/use-worker";

const PATH = "/v1/live-answers";
const BYTES = "application/offset+octet-stream";
const JSON_BODY = { "content-type": "application/json" };
const FIELDS = { role_benchmark: "customer_support", prompt: CUSTOMER_PROMPT, prompt_type: "past" };

useTestDatabase();
const recordings = useWorker();
let scope: OrganizationScope;
let key: string;
beforeEach(async () => {
  scope = await createTestOrganization();
  key = await createTestKey(scope);
});

const post = (fields: object = FIELDS, as = key, headers: object = {}) =>
  callRoute(begin, PATH, {
    method: "POST",
    key: as,
    headers: { ...JSON_BODY, ...headers },
    body: JSON.stringify(fields),
  });
async function begun(fields: object = FIELDS, as = key): Promise<string> {
  const response = await post(fields, as);
  expect(response.status).toBe(201);
  return (await jsonOf(response)).id;
}
const send = (id: string, offset: number, bytes: Uint8Array | string) =>
  callRoute(PATCH, `${PATH}/${id}`, {
    ...{ method: "PATCH", key, params: { id }, headers: { "content-type": BYTES, "upload-offset": String(offset) } },
    body: typeof bytes === "string" ? bytes : new Uint8Array(bytes),
  });
async function sendAll(id: string, bytes: Buffer, pieceBytes = 20_000, from = 0): Promise<void> {
  for (let at = from; at < bytes.length; at += pieceBytes) {
    const response = await send(id, at, bytes.subarray(at, at + pieceBytes));
    expect([response.status, response.headers.get("upload-offset")]).toEqual([
      204,
      String(Math.min(bytes.length, at + pieceBytes)),
    ]);
  }
}
const end = (id: string, body: object = {}, headers: object = {}, as = key) =>
  callRoute(complete, `${PATH}/${id}/complete`, {
    ...{ method: "POST", key: as, params: { id }, headers: { ...JSON_BODY, prefer: "wait=60", ...headers } },
    body: JSON.stringify(body),
  });
const read = async (id: string) => callRoute(GET, `${PATH}/${id}`, { key, params: { id } });
const words = async (name: string) => (await readFixture(`${name}.words.json`)).toString("utf8");
const partsOf = (id: string) => readdir(`${recordings()}/${partsFolder(scope.organizationId, id)}`).catch(() => []);
const leased = async (id: string) =>
  (await withOrganization(scope, ({ liveAnswer }) => liveAnswer.findUniqueOrThrow({ where: { id } }))).leaseOwner !==
  null;

async function expectProblem(response: Response, status: number, code: string): Promise<void> {
  expect([response.status, (await jsonOf(response)).code]).toEqual([status, code]);
}

/** What of a result does not depend on when it was made. */
function verdict({ id, answer_id, created_at, completed_at, timings_ms, credits, ...rest }: Record<string, unknown>) {
  return JSON.parse(JSON.stringify(rest).replaceAll(String(id), "asm_…"));
}

test.each([
  ["weak", "mp3"],
  ["average", "opus"],
])(
  "the answer %s, followed while it arrives, gets the result that the whole file gets",
  async (name, container) => {
    const bytes = await readFixture(`${name}.${container}`);
    const transcript = await words(name);
    const id = await begun();
    await sendAll(id, bytes.subarray(0, 120_000));
    await expect.poll(() => leased(id), { timeout: 10_000 }).toBe(true);
    await sendAll(id, bytes, 50_000, 120_000);
    const response = await end(id, { transcript, size: bytes.length });
    expect(response.status).toBe(200);
    const live = await jsonOf(response);
    const form = await scoreForm({ ...FIELDS, transcript, audio: await fixtureFile(`${name}.${container}`) });
    const whole = await jsonOf(
      await callRoute(score, "/v1/soft-skills-score", {
        method: "POST",
        key,
        headers: { prefer: "wait=60" },
        body: form,
      }),
    );
    expect(verdict(live)).toEqual(verdict(whole));
    expect(await jsonOf(await read(id))).toMatchObject({
      ...{ status: "completed", assessment_id: live.id, received_bytes: bytes.length, expires_at: null },
    });
    expect(await partsOf(id)).toEqual([]);
  },
  60_000,
);

test("a completion that is refused in mid-call, when all seemed to be here, leaves no trace in the result", async () => {
  const bytes = await readFixture("one-line.mp3");
  const transcript = await words("one-line");
  const half = Math.floor(bytes.length / 2);
  const id = await begun();
  await sendAll(id, bytes.subarray(0, half));
  await expect.poll(() => leased(id), { timeout: 10_000 }).toBe(true);
  await expectProblem(await end(id, { transcript, size: bytes.length }), 409, "upload_incomplete");
  await new Promise((resolve) => setTimeout(resolve, 500)); // its follower has measured the half meanwhile
  await sendAll(id, bytes, bytes.length, half);
  const live = await jsonOf(await end(id, { transcript, size: bytes.length }));
  const form = await scoreForm({ ...FIELDS, transcript, audio: await fixtureFile("one-line.mp3") });
  const waits = { method: "POST", key, headers: { prefer: "wait=60" }, body: form } as const;
  const whole = await jsonOf(await callRoute(score, "/v1/soft-skills-score", waits));
  expect(verdict(live)).toEqual(verdict(whole));
}, 60_000);

test("one that is over before anybody followed it gets its result too", async () => {
  const bytes = await readFixture("one-line.mp3");
  const id = await begun();
  await sendAll(id, bytes, bytes.length);
  const response = await end(id, { transcript: await words("one-line") });
  expect([response.status, (await jsonOf(response)).object]).toEqual([200, "soft_skills_score"]);
}, 60_000);

test("completing again names the same result, and costs nothing more", async () => {
  const id = await begun();
  await sendAll(id, await readFixture("one-line.mp3"));
  const [first, second] = [await jsonOf(await end(id)), await jsonOf(await end(id))];
  expect(second.id).toBe(first.id);
  const runs = await withOrganization(scope, ({ scoringRun }) => scoringRun.count());
  expect(runs).toBe(1);
  await expectProblem(await send(id, 0, "more"), 409, "live_answer_completed");
  const refused = await callRoute(DELETE, `${PATH}/${id}`, { method: "DELETE", key, params: { id } });
  await expectProblem(refused, 409, "live_answer_completed");
}, 60_000);

test("two that complete it at once make one result", async () => {
  const id = await begun();
  await sendAll(id, await readFixture("one-line.mp3"));
  const responses = await Promise.all([end(id), end(id), end(id)]);
  expect(responses.every(({ status }) => status === 200 || status === 202)).toBe(true);
  expect(new Set(await Promise.all(responses.map(async (each) => (await jsonOf(each)).id))).size).toBe(1);
  expect(await withOrganization(scope, ({ scoringRun }) => scoringRun.count())).toBe(1);
}, 60_000);

test("with respond-async the result is told by its address", async () => {
  const id = await begun();
  await sendAll(id, await readFixture("one-line.mp3"));
  const response = await end(id, {}, { prefer: "respond-async" });
  expect(response.status).toBe(202);
  const { id: assessment } = await jsonOf(response);
  const status = async () =>
    (
      await jsonOf(
        await callRoute(getResult, `/v1/soft-skills-score/${assessment}`, { key, params: { id: assessment } }),
      )
    ).status;
  await expect.poll(status, { timeout: 20_000 }).toMatch(/success|partial|not_scored/);
}, 60_000);

test("a piece at another offset is refused with where to go on; the same bytes sent again are not counted twice", async () => {
  const id = await begun();
  await sendAll(id, Buffer.from("0123456789"));
  const wrong = await send(id, 4, "4567");
  expect(wrong.status).toBe(409);
  expect(await jsonOf(wrong)).toMatchObject({
    code: "upload_offset_mismatch",
    detail: "10 bytes are here; these begin at 4. Go on from received_bytes, as GET says it.",
  });
  const both = await Promise.all([send(id, 10, "ab"), send(id, 10, "ab")]);
  expect(both.map(({ status }) => status).toSorted()).toEqual([204, 409]);
  expect(await jsonOf(await read(id))).toMatchObject({ status: "receiving", received_bytes: 12, assessment_id: null });
});

test("a transcript of other words is refused, and the call is not lost: it is completed with the right one", async () => {
  const bytes = await readFixture("weak.mp3");
  const id = await begun();
  await sendAll(id, bytes, 100_000);
  await expectProblem(await end(id, { transcript: await words("strong") }), 422, "transcript_mismatch");
  expect(await jsonOf(await read(id))).toMatchObject({ status: "receiving", received_bytes: bytes.length });
  const response = await end(id, { transcript: await words("weak") });
  expect(response.status).toBe(200);
  const { id: assessment } = await jsonOf(response);
  const charged = await withOrganization(scope, ({ scoringRun }) =>
    scoringRun.findMany({ where: { assessmentId: assessment }, select: { state: true } }),
  );
  expect(charged).toEqual([{ state: "finished" }]);
}, 60_000);

test("erasing a result that failed leaves the call open that it was made of", async () => {
  const id = await begun();
  const bytes = await readFixture("average.opus");
  await sendAll(id, bytes, bytes.length);
  const failed = await jsonOf(await end(id, { transcript: await words("weak") }, { prefer: "respond-async" }));
  const open = async () => (await jsonOf(await read(id))).status === "receiving";
  await expect.poll(open, { timeout: 20_000 }).toBe(true);
  const erased = await callRoute(erase, `/v1/soft-skills-score/${failed.id}`, {
    ...{ method: "DELETE", key, params: { id: failed.id } },
  });
  expect([erased.status, await open()]).toEqual([204, true]);
  expect((await end(id, { transcript: await words("average") })).status).toBe(200);
}, 60_000);

test("canceling an earlier try again takes nothing from the try that came after it", async () => {
  const id = await begun();
  await sendAll(id, await readFixture("one-line.mp3"));
  await withOrganization(scope, ({ organization }) => organization.updateMany({ data: { concurrency: 0 } }));
  const cancelOne = (result: string) =>
    callRoute(cancel, `/v1/soft-skills-score/${result}/cancel`, { method: "POST", key, params: { id: result } });
  const first = await jsonOf(await end(id, {}, { prefer: "respond-async" }));
  expect([(await cancelOne(first.id)).status, (await jsonOf(await read(id))).status]).toEqual([200, "receiving"]);
  const second = await jsonOf(await end(id, {}, { prefer: "respond-async" }));
  expect(second.id).not.toBe(first.id);
  expect((await cancelOne(first.id)).status).toBe(200);
  expect(await jsonOf(await read(id))).toMatchObject({ status: "completed", assessment_id: second.id });
}, 60_000);

test("fewer bytes than the client sent are not scored, nor is nothing", async () => {
  const id = await begun();
  await expectProblem(await end(id), 422, "missing_audio");
  await sendAll(id, Buffer.from("0123456789"));
  await expectProblem(await end(id, { size: 11 }), 409, "upload_incomplete");
  await expectProblem(await end(id, { size: 10 }), 415, "unsupported_media");
  expect(await jsonOf(await read(id))).toMatchObject({ status: "receiving", received_bytes: 10 });
}, 30_000);

test("what is wrong with the fields is said before anybody speaks", async () => {
  await expectProblem(await post({ role_benchmark: "juggler" }), 422, "unknown_role_benchmark");
  await expectProblem(await post({ ...FIELDS, language: "xx" }), 422, "unsupported_language");
  await expectProblem(await post({ ...FIELDS, loudness: 3 }), 422, "invalid_field");
  await expectProblem(
    await post({ ...FIELDS, position_id: "pos_01J00000000000000000000000" }),
    422,
    "unknown_position",
  );
  const poor = await createTestKey(await createTestOrganization("No credits", 0));
  await expectProblem(await post(FIELDS, poor), 402, "insufficient_credits");
});

test("a key of the other mode cannot complete it, and another organization does not see it", async () => {
  const id = await begun();
  await sendAll(id, await readFixture("one-line.mp3"));
  await expectProblem(await end(id, {}, {}, await createTestKey(scope, { livemode: false })), 409, "conflict");
  const stranger = await createTestKey(await createTestOrganization());
  await expectProblem(await end(id, {}, {}, stranger), 404, "not_found");
  await expectProblem(await callRoute(GET, `${PATH}/${id}`, { key: stranger, params: { id } }), 404, "not_found");
});

test("an Idempotency-Key begins one live answer, however often it is sent", async () => {
  const headers = { "idempotency-key": "call-1" };
  const [first, second] = [
    await jsonOf(await post(FIELDS, key, headers)),
    await jsonOf(await post(FIELDS, key, headers)),
  ];
  expect(second.id).toBe(first.id);
});

test("at most so many are open at once, also when they are begun at once", async () => {
  const responses = await Promise.all(Array.from({ length: MAX_OPEN_LIVE_ANSWERS + 10 }, () => post()));
  const count = (status: number) => responses.filter((response) => response.status === status).length;
  expect([count(201), count(409)]).toEqual([MAX_OPEN_LIVE_ANSWERS, 10]);
  await expectProblem(await post(), 409, "too_many_live_answers");
}, 60_000);

test("one that is given up is erased with what arrived", async () => {
  const id = await begun();
  await sendAll(id, Buffer.from("0123456789"));
  expect(await partsOf(id)).toEqual(["0"]);
  const response = await callRoute(DELETE, `${PATH}/${id}`, { method: "DELETE", key, params: { id } });
  expect(response.status).toBe(204);
  expect((await read(id)).status).toBe(404);
  expect(await partsOf(id)).toEqual([]);
});

test("one that nothing is heard of expires: its bytes and fields go, later its row", async () => {
  const id = await begun({ ...FIELDS, candidate: { external_id: "c-1", name: "Ada" } });
  await sendAll(id, Buffer.from("0123456789"));
  const age = (hours: number) =>
    withOrganization(scope, ({ liveAnswer }) =>
      liveAnswer.update({ where: { id }, data: { lastChunkAt: new Date(Date.now() - hours * 3_600_000) } }),
    );
  await age(1);
  await expectProblem(await read(id), 410, "live_answer_expired");
  await expectProblem(await send(id, 10, "more"), 410, "live_answer_expired");
  await expectProblem(await end(id), 410, "live_answer_expired");
  expect(await removeOldLiveAnswers()).toBeGreaterThan(0);
  const row = await withOrganization(scope, ({ liveAnswer }) => liveAnswer.findUniqueOrThrow({ where: { id } }));
  expect(row).toMatchObject({ state: "expired", fields: {} });
  expect(await partsOf(id)).toEqual([]);
  await expectProblem(await read(id), 410, "live_answer_expired");
  await age(25);
  await removeOldLiveAnswers();
  expect((await read(id)).status).toBe(404);
});

test("erasing the result erases the live answer that it was made of", async () => {
  const id = await begun({ ...FIELDS, candidate: { external_id: "c-2", name: "Ada" } });
  await sendAll(id, await readFixture("one-line.mp3"));
  const { id: assessment } = await jsonOf(await end(id));
  const row = await withOrganization(scope, ({ liveAnswer }) => liveAnswer.findUniqueOrThrow({ where: { id } }));
  expect(row.fields).toEqual({});
  const params = { id: assessment };
  const erased = await callRoute(erase, `/v1/soft-skills-score/${assessment}`, { method: "DELETE", key, params });
  expect(erased.status).toBe(204);
  expect((await read(id)).status).toBe(404);
}, 60_000);
