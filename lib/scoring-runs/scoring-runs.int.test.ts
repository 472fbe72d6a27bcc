import { beforeAll, beforeEach, expect, test } from "vitest";
import { createId } from "@/lib/db/ids";
import type { OrganizationScope } from "@/lib/db/scope";
import { createTestOrganization } from "@/lib/db/testing/tenant-rows";
import { useTestDatabase } from "@/lib/db/testing/test-database";
import { withOrganization } from "@/lib/db/with-organization";
import { closeSender, sender } from "@/lib/jobs/enqueue";
import { recoverRuns } from "@/lib/jobs/recover-runs";
import { scoreAnswerJob } from "@/lib/jobs/score-answer-job";
import { findRunOutcome, getQueuePlace } from "@/lib/scoring-runs/data";
import { cancelRun, endRun, queueRun } from "@/lib/scoring-runs/mutations";

useTestDatabase();

let scope: OrganizationScope;

beforeAll(async () => {
  await sender();
  return closeSender;
});

beforeEach(async () => {
  scope = await createTestOrganization("Five credits", 5);
});

async function createAssessments(count: number, owner = scope): Promise<string[]> {
  const { organizationId } = owner;
  const [recordingId, answerId] = [createId("rec"), createId("ans")];
  const ids = Array.from({ length: count }, () => createId("asm"));
  await withOrganization(owner, async (transaction) => {
    await transaction.recording.create({
      data: {
        id: recordingId,
        organizationId,
        sha256: recordingId,
        bytes: 1,
        container: "wav",
        storageKey: recordingId,
      },
    });
    await transaction.answer.create({ data: { id: answerId, organizationId, recordingId } });
    const rows = ids.map((id) => ({
      id,
      organizationId,
      answerId,
      livemode: true,
      roleKey: "default",
      roleVersion: 1,
    }));
    await transaction.assessment.createMany({ data: rows });
  });
  return ids;
}

async function queue(assessmentId: string, cost = 0): Promise<string> {
  const boss = await sender();
  const { runId } = await withOrganization(scope, (transaction) =>
    queueRun(transaction, scope, boss, { assessmentId, livemode: true, cost }),
  );
  return runId;
}

async function finish(runId: string, charged = 0): Promise<boolean> {
  const boss = await sender();
  return withOrganization(scope, (transaction) =>
    endRun(transaction, scope, boss, runId, { state: "finished", charged, outcome: { ok: true } }),
  );
}

async function runsByState(): Promise<Record<string, number>> {
  const groups = await withOrganization(scope, ({ scoringRun }) =>
    scoringRun.groupBy({ by: ["state"], _count: { _all: true } }),
  );
  return Object.fromEntries(groups.map(({ state, _count }) => [state, _count._all]));
}

test("thirty runs at once get eight places; the rest wait and are told how many are before them", async () => {
  const assessments = await createAssessments(30);
  await Promise.all(assessments.map((id) => queue(id)));
  expect(await runsByState()).toEqual({ dispatched: 8, waiting: 22 });
  const places = await Promise.all(assessments.map((id) => getQueuePlace(scope, id)));
  const positions = places.flatMap(({ position }) => position ?? []).toSorted((a, b) => a - b);
  expect(positions).toEqual(Array.from({ length: 22 }, (_, i) => i + 1));
  expect(places.every(({ activeRuns }) => activeRuns === 8)).toBe(true);
});

test("places that come free at the same time go to the ones that waited longest, never more than eight", async () => {
  const assessments = await createAssessments(20);
  const runs: string[] = [];
  for (const id of assessments) runs.push(await queue(id));
  await Promise.all(runs.slice(0, 5).map((id) => finish(id)));
  expect(await runsByState()).toEqual({ finished: 5, dispatched: 8, waiting: 7 });
  const waiting = await Promise.all(assessments.slice(13).map((id) => getQueuePlace(scope, id)));
  expect(waiting.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5, 6, 7]);
});

test("an organization's own limit holds instead of the setting's", async () => {
  const { organizationId } = scope;
  await withOrganization(scope, ({ organization }) =>
    organization.update({ where: { id: organizationId }, data: { concurrency: 2 } }),
  );
  for (const id of await createAssessments(5)) await queue(id);
  expect(await runsByState()).toEqual({ dispatched: 2, waiting: 3 });
});

test("a run ends once: what comes second writes and charges nothing", async () => {
  const [assessment = ""] = await createAssessments(1);
  const run = await queue(assessment, 100);
  expect(await findRunOutcome(scope, run)).toBeNull();
  const ended = await Promise.all([finish(run, 75), finish(run, 75), finish(run, 50)]);
  expect(ended.filter(Boolean)).toHaveLength(1);
  expect(await findRunOutcome(scope, run)).toEqual({ ok: true });
  const account = await withOrganization(scope, ({ creditAccount }) => creditAccount.findFirstOrThrow());
  const { charged } = await withOrganization(scope, ({ scoringRun }) => scoringRun.findFirstOrThrow());
  expect(account).toMatchObject({ balance: 500 - (charged ?? 0), reserved: 0 });
});

test("an assessment has one open run; without credits it has none, and nothing is kept", async () => {
  const [first = "", second = ""] = await createAssessments(2);
  await queue(first);
  await expect(queue(first)).rejects.toMatchObject({ code: "conflict" });
  await expect(queue(second, 600)).rejects.toMatchObject({ code: "insufficient_credits" });
  expect(await runsByState()).toEqual({ dispatched: 1 });
});

test("a run whose job is gone is handed to the workers again; one that has ended is not", async () => {
  const [first = "", second = ""] = await createAssessments(2);
  const [lost, done] = [await queue(first), await queue(second)];
  await finish(done);
  const boss = await sender();
  const jobOf = async (id: string) =>
    (await withOrganization(scope, ({ scoringRun }) => scoringRun.findUniqueOrThrow({ where: { id } }))).jobId;
  const before = await jobOf(lost);
  await boss.deleteJob(scoreAnswerJob.name, before ?? "");
  const longAgo = new Date(Date.now() - 3_600_000);
  await withOrganization(scope, ({ scoringRun }) => scoringRun.updateMany({ data: { dispatchedAt: longAgo } }));
  expect(await recoverRuns(boss)).toBe(1);
  expect(await jobOf(lost)).not.toBe(before);
  expect(await runsByState()).toEqual({ dispatched: 1, finished: 1 });
  expect(await recoverRuns(boss)).toBe(0);
});

test("a run that waits or was not begun can be canceled and gives its credits and place back; a begun one cannot", async () => {
  const assessments = await createAssessments(9);
  for (const id of assessments.slice(0, 8)) await queue(id);
  const [first = "", second = ""] = assessments;
  const last = assessments[8] ?? "";
  await queue(last, 100);
  const boss = await sender();
  const cancel = (id: string) => withOrganization(scope, (transaction) => cancelRun(transaction, scope, boss, id));
  expect(await cancel(last)).toBe("canceled");
  await queue(last, 100);
  expect(await cancel(first)).toBe("canceled");
  expect(await runsByState()).toEqual({ dispatched: 8, canceled: 2 });
  await withOrganization(scope, ({ scoringRun }) =>
    scoringRun.updateMany({ where: { assessmentId: second }, data: { attempts: 1 } }),
  );
  expect(await cancel(second)).toBe("begun");
  expect(await cancel(first)).toBeNull();
  const account = await withOrganization(scope, ({ creditAccount }) => creditAccount.findFirstOrThrow());
  expect(account).toMatchObject({ balance: 500, reserved: 100 });
});
