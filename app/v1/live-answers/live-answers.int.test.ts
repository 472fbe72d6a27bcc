import { beforeEach, expect, test } from "vitest";
import {
  FIELDS,
  LiveAnswerClient,
  expectProblem,
  verdict,
  words,
} from "@/app/v1/live-answers/testing/live-answer-client";
import { readFixture } from "@/lib/answers/testing/score-form";
import { createTestKey } from "@/lib/auth/testing/create-test-key";
import { createTestOrganization } from "@/lib/db/testing/tenant-rows";
import { useTestDatabase } from "@/lib/db/testing/test-database";
import { withOrganization } from "@/lib/db/with-organization";
import { jsonOf } from "@/lib/http/testing/call-route";
import { useWorker } from "@/lib/worker/testing/use-worker";

useTestDatabase();
const recordings = useWorker();
let client: LiveAnswerClient;
beforeEach(async () => {
  const scope = await createTestOrganization();
  client = new LiveAnswerClient(scope, await createTestKey(scope));
});

test.each([
  ["weak", "mp3"],
  ["average", "opus"],
])(
  "the answer %s, followed while it arrives, gets the result that the whole file gets",
  async (name, container) => {
    const bytes = await readFixture(`${name}.${container}`);
    const transcript = await words(name);
    const id = await client.begun();
    await client.sendAll(id, bytes.subarray(0, 120_000));
    await client.followed(id);
    await client.sendAll(id, bytes, 50_000, 120_000);
    const response = await client.end(id, { transcript, size: bytes.length });
    expect(response.status).toBe(200);
    const live = await jsonOf(response);
    const whole = await client.scoreWhole(`${name}.${container}`, { ...FIELDS, transcript });
    expect(verdict(live)).toEqual(verdict(whole));
    expect(await jsonOf(await client.read(id))).toMatchObject({
      ...{ status: "completed", assessment_id: live.id, received_bytes: bytes.length, expires_at: null },
    });
    expect(await client.partsOf(recordings(), id)).toEqual([]);
  },
  60_000,
);

test("a completion that is refused in mid-call, when all seemed to be here, leaves no trace in the result", async () => {
  const bytes = await readFixture("one-line.mp3");
  const transcript = await words("one-line");
  const half = Math.floor(bytes.length / 2);
  const id = await client.begun();
  await client.sendAll(id, bytes.subarray(0, half));
  await client.followed(id);
  await expectProblem(await client.end(id, { transcript, size: bytes.length }), 409, "upload_incomplete");
  await new Promise((resolve) => setTimeout(resolve, 500)); // its follower has measured the half meanwhile
  await client.sendAll(id, bytes, bytes.length, half);
  const live = await jsonOf(await client.end(id, { transcript, size: bytes.length }));
  const whole = await client.scoreWhole("one-line.mp3", { ...FIELDS, transcript });
  expect(verdict(live)).toEqual(verdict(whole));
}, 60_000);

test("one that is over before anybody followed it gets its result too", async () => {
  const bytes = await readFixture("one-line.mp3");
  const id = await client.begun();
  await client.sendAll(id, bytes, bytes.length);
  const response = await client.end(id, { transcript: await words("one-line") });
  expect([response.status, (await jsonOf(response)).object]).toEqual([200, "soft_skills_score"]);
}, 60_000);

test("completing again names the same result, and costs nothing more", async () => {
  const id = await client.begun();
  await client.sendAll(id, await readFixture("one-line.mp3"));
  const [first, second] = [await jsonOf(await client.end(id)), await jsonOf(await client.end(id))];
  expect(second.id).toBe(first.id);
  const runs = await withOrganization(client.scope, ({ scoringRun }) => scoringRun.count());
  expect(runs).toBe(1);
  await expectProblem(await client.send(id, 0, "more"), 409, "live_answer_completed");
  await expectProblem(await client.giveUp(id), 409, "live_answer_completed");
}, 60_000);

test("two that complete it at once make one result", async () => {
  const id = await client.begun();
  await client.sendAll(id, await readFixture("one-line.mp3"));
  const responses = await Promise.all([client.end(id), client.end(id), client.end(id)]);
  expect(responses.every(({ status }) => status === 200 || status === 202)).toBe(true);
  expect(new Set(await Promise.all(responses.map(async (each) => (await jsonOf(each)).id))).size).toBe(1);
  expect(await withOrganization(client.scope, ({ scoringRun }) => scoringRun.count())).toBe(1);
}, 60_000);

test("with respond-async the result is told by its address", async () => {
  const id = await client.begun();
  await client.sendAll(id, await readFixture("one-line.mp3"));
  const response = await client.end(id, {}, { prefer: "respond-async" });
  expect(response.status).toBe(202);
  const { id: assessment } = await jsonOf(response);
  const status = async () => (await jsonOf(await client.readResult(assessment))).status;
  await expect.poll(status, { timeout: 20_000 }).toMatch(/success|partial|not_scored/);
}, 60_000);

test("a piece at another offset is refused with where to go on; the same bytes sent again are not counted twice", async () => {
  const id = await client.begun();
  await client.sendAll(id, Buffer.from("0123456789"));
  const wrong = await client.send(id, 4, "4567");
  expect(wrong.status).toBe(409);
  expect(await jsonOf(wrong)).toMatchObject({
    code: "upload_offset_mismatch",
    detail: "10 bytes are here; these begin at 4. Go on from received_bytes, as GET says it.",
  });
  const both = await Promise.all([client.send(id, 10, "ab"), client.send(id, 10, "ab")]);
  expect(both.map(({ status }) => status).toSorted()).toEqual([204, 409]);
  expect(await jsonOf(await client.read(id))).toMatchObject({
    status: "receiving",
    received_bytes: 12,
    assessment_id: null,
  });
});
