import { beforeEach, expect, test } from "vitest";
import { FIELDS, LiveAnswerClient, expectProblem, words } from "@/app/v1/live-answers/testing/live-answer-client";
import { endRunWithout } from "@/lib/answers/end-run-mutations";
import { fetchAnswerHandler } from "@/lib/answers/fetch-answer-handler";
import { readFixture } from "@/lib/answers/testing/score-form";
import { takeUpRun } from "@/lib/assessments/mutations";
import { createTestKey } from "@/lib/auth/testing/create-test-key";
import { createTestOrganization } from "@/lib/db/testing/tenant-rows";
import { useTestDatabase } from "@/lib/db/testing/test-database";
import { withOrganization } from "@/lib/db/with-organization";
import { jsonOf } from "@/lib/http/testing/call-route";
import { retryDeadRun } from "@/lib/jobs/dead-runs";
import { sender } from "@/lib/jobs/enqueue";
import { HAND_OVER_SECONDS } from "@/lib/live-answers/constants";
import { useWorker } from "@/lib/worker/testing/use-worker";

const ASYNC = { prefer: "respond-async" };

useTestDatabase();
const recordings = useWorker();
let client: LiveAnswerClient;
beforeEach(async () => {
  const scope = await createTestOrganization();
  client = new LiveAnswerClient(scope, await createTestKey(scope));
});

const givePlaces = (concurrency: number | null) =>
  withOrganization(client.scope, ({ organization }) => organization.updateMany({ data: { concurrency } }));
const runOf = (assessmentId: string) =>
  withOrganization(client.scope, ({ scoringRun }) => scoringRun.findFirstOrThrow({ where: { assessmentId } }));
const statusOf = async (result: string) => (await jsonOf(await client.readResult(result))).status;

test("a transcript of other words is refused, and the call is not lost: it is completed with the right one", async () => {
  const bytes = await readFixture("weak.mp3");
  const id = await client.begun();
  await client.sendAll(id, bytes, 100_000);
  await expectProblem(await client.end(id, { transcript: await words("strong") }), 422, "transcript_mismatch");
  expect(await jsonOf(await client.read(id))).toMatchObject({ status: "receiving", received_bytes: bytes.length });
  const response = await client.end(id, { transcript: await words("weak") });
  expect(response.status).toBe(200);
  expect((await runOf((await jsonOf(response)).id)).state).toBe("finished");
}, 60_000);

test("a call that is completed right after a refusal and its last words is scored at once, not after the hand-over", async () => {
  const bytes = await readFixture("one-line.mp3");
  const half = Math.floor(bytes.length / 2);
  const id = await client.begun();
  await client.sendAll(id, bytes.subarray(0, half));
  await client.followed(id);
  await expectProblem(await client.end(id, { size: bytes.length }), 409, "upload_incomplete");
  await client.sendAll(id, bytes, bytes.length, half);
  const result = await jsonOf(await client.end(id, { transcript: await words("one-line"), size: bytes.length }));
  expect(result.object).toBe("soft_skills_score");
  const { dispatchedAt, startedAt } = await runOf(result.id);
  const waitedMs = (startedAt?.getTime() ?? Infinity) - (dispatchedAt?.getTime() ?? 0);
  expect(waitedMs).toBeLessThan((HAND_OVER_SECONDS * 1_000) / 2);
}, 60_000);

test("erasing a result that failed leaves the call open that it was made of", async () => {
  const id = await client.begun();
  const bytes = await readFixture("average.opus");
  await client.sendAll(id, bytes, bytes.length);
  const failed = await jsonOf(await client.end(id, { transcript: await words("weak") }, ASYNC));
  const isOpen = async () => (await jsonOf(await client.read(id))).status === "receiving";
  await expect.poll(isOpen, { timeout: 20_000 }).toBe(true);
  expect([(await client.eraseResult(failed.id)).status, await isOpen()]).toEqual([204, true]);
  expect((await client.end(id, { transcript: await words("average") })).status).toBe(200);
}, 60_000);

test("canceling an earlier try again takes nothing from the try that came after it", async () => {
  const id = await client.begun();
  await client.sendAll(id, await readFixture("one-line.mp3"));
  await givePlaces(0);
  const first = await jsonOf(await client.end(id, {}, ASYNC));
  expect((await client.cancelResult(first.id)).status).toBe(200);
  expect((await jsonOf(await client.read(id))).status).toBe("receiving");
  const second = await jsonOf(await client.end(id, {}, ASYNC));
  expect(second.id).not.toBe(first.id);
  expect((await client.cancelResult(first.id)).status).toBe(200);
  expect(await jsonOf(await client.read(id))).toMatchObject({ status: "completed", assessment_id: second.id });
}, 60_000);

test("a worker whose copy of the run comes to another end takes nothing from the result that is there", async () => {
  const id = await client.begun();
  await client.sendAll(id, await readFixture("one-line.mp3"));
  const result = await jsonOf(await client.end(id, { transcript: await words("one-line") }));
  const copy = await takeUpRun(client.scope, (await runOf(result.id)).id);
  if (!copy) throw new Error("The run is gone.");
  const outcome = { ok: false as const, code: "no_speech" as const, detail: "Nobody speaks in it.", errors: [] };
  await endRunWithout(client.scope, copy, { state: "finished", outcome });
  expect(await jsonOf(await client.readResult(result.id))).toEqual(result);
  expect(await jsonOf(await client.read(id))).toMatchObject({ status: "completed", assessment_id: result.id });
  const answer = await withOrganization(client.scope, (rows) => rows.answer.findFirstOrThrow());
  expect(answer).toMatchObject({
    id: result.answer_id,
    transcriptText: await words("one-line"),
    sourceLiveAnswerId: id,
  });
}, 60_000);

test("a run that broke off on our side keeps the call, and can be tried again", async () => {
  const id = await client.begun();
  await client.sendAll(id, await readFixture("one-line.mp3"));
  await givePlaces(0);
  const { id: result } = await jsonOf(await client.end(id, { transcript: await words("one-line") }, ASYNC));
  const { id: runId } = await runOf(result);
  await withOrganization(client.scope, ({ scoringRun }) =>
    scoringRun.update({ where: { id: runId }, data: { state: "dispatched" } }),
  );
  await fetchAnswerHandler.giveUp({ scope: client.scope, payload: { runId } });
  expect(await statusOf(result)).toBe("failed");
  expect((await jsonOf(await client.read(id))).status).toBe("completed");
  expect(await client.partsOf(recordings(), id)).not.toEqual([]);
  await givePlaces(null);
  await retryDeadRun(await sender(), { type: "job", id: null }, runId);
  await expect.poll(() => statusOf(result), { timeout: 20_000 }).toMatch(/success|partial|not_scored/);
  await expect.poll(() => client.partsOf(recordings(), id)).toEqual([]);
}, 60_000);

test("erasing the result erases the live answer that it was made of", async () => {
  const id = await client.begun({ ...FIELDS, candidate: { external_id: "c-2", name: "Ada" } });
  await client.sendAll(id, await readFixture("one-line.mp3"));
  const { id: result } = await jsonOf(await client.end(id));
  const row = await withOrganization(client.scope, ({ liveAnswer }) => liveAnswer.findUniqueOrThrow({ where: { id } }));
  expect(row.fields).toEqual({});
  expect((await client.eraseResult(result)).status).toBe(204);
  expect((await client.read(id)).status).toBe(404);
}, 60_000);
