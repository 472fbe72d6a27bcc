import { readdir } from "node:fs/promises";
import { beforeAll, expect, test } from "vitest";
import { GET as getOne } from "@/app/v1/soft-skills-score/[id]/route";
import { POST as score } from "@/app/v1/soft-skills-score/route";
import { scoreAnswerHandler } from "@/lib/answers/score-answer-handler";
import { oneLineForm } from "@/lib/answers/testing/score-form";
import { OPERATOR } from "@/lib/auth/operator";
import { createTestKey } from "@/lib/auth/testing/create-test-key";
import type { OrganizationScope } from "@/lib/db/scope";
import { createTestOrganization } from "@/lib/db/testing/tenant-rows";
import { useTestDatabase } from "@/lib/db/testing/test-database";
import { withOrganization } from "@/lib/db/with-organization";
import { callRoute, jsonOf } from "@/lib/http/testing/call-route";
import { forgetDeadRuns, KEEP_DEAD_MS, listDeadRuns, retryDeadRun } from "@/lib/jobs/dead-runs";
import { sender } from "@/lib/jobs/enqueue";
import { proveLedger } from "@/lib/jobs/prove-ledger";
import { useWorker } from "@/lib/worker/testing/use-worker";

const SCORE = "/v1/soft-skills-score";

useTestDatabase();
const recordings = useWorker();
let scope: OrganizationScope;
let key: string;
beforeAll(async () => {
  scope = await createTestOrganization("With dead runs", 10);
  key = await createTestKey(scope);
});

const setPlaces = (concurrency: number | null) =>
  withOrganization(scope, ({ organization }) =>
    organization.update({ where: { id: scope.organizationId }, data: { concurrency } }),
  );
const readScore = async (id: string) => jsonOf(await callRoute(getOne, `${SCORE}/${id}`, { key, params: { id } }));

/** A run whose tries are used up, ended as the dead-letter queue ends it. */
async function makeDeadRun(): Promise<{ readonly runId: string; readonly assessmentId: string }> {
  await setPlaces(0);
  const body = await oneLineForm();
  const headers = { prefer: "respond-async" };
  const { id } = await jsonOf(await callRoute(score, SCORE, { method: "POST", key, headers, body }));
  const { id: runId } = await withOrganization(scope, async ({ scoringRun }) => {
    const run = await scoringRun.findFirstOrThrow({ where: { assessmentId: id }, select: { id: true } });
    return scoringRun.update({ where: run, data: { state: "dispatched" } });
  });
  await scoreAnswerHandler.giveUp({ scope, event: {}, payload: { runId } });
  await setPlaces(null);
  return { runId, assessmentId: id };
}

test("a dead run is free, shown with its fault, and when it is tried again it reserves anew and is scored", async () => {
  const { runId, assessmentId } = await makeDeadRun();
  expect(await readScore(assessmentId)).toMatchObject({ status: "failed", error: { code: "internal_error" } });
  expect(await listDeadRuns(scope.organizationId)).toMatchObject([
    { id: runId, assessmentId, fault: expect.stringContaining("tries") },
  ]);
  await retryDeadRun(await sender(), OPERATOR, runId);
  await expect.poll(async () => (await readScore(assessmentId)).status, { timeout: 20_000 }).toBe("not_scored");
  expect(await listDeadRuns(scope.organizationId)).toEqual([]);
  await expect(retryDeadRun(await sender(), OPERATOR, runId)).rejects.toMatchObject({ code: "conflict" });
  const entries = await withOrganization(scope, ({ creditEntry }) =>
    creditEntry.findMany({ where: { assessmentId }, orderBy: { id: "asc" }, select: { kind: true } }),
  );
  expect(entries.map(({ kind }) => kind)).toEqual(["reserve", "release", "reserve", "release"]);
  expect((await proveLedger()).mismatches).toEqual([]);
});

test("after a week what a dead run was kept for is erased, and it cannot be tried again", async () => {
  const { runId } = await makeDeadRun();
  expect(await forgetDeadRuns()).toBe(0);
  const old = new Date(Date.now() - KEEP_DEAD_MS - 60_000);
  await withOrganization(scope, ({ assessment }) => assessment.deleteMany({ where: { status: "not_scored" } }));
  await withOrganization(scope, ({ scoringRun }) =>
    scoringRun.updateMany({ where: { id: runId }, data: { finishedAt: old } }),
  );
  expect(await forgetDeadRuns()).toBe(1);
  expect(await readdir(`${recordings()}/${scope.organizationId}`)).toEqual([]);
  await expect(retryDeadRun(await sender(), OPERATOR, runId)).rejects.toMatchObject({ code: "conflict" });
});
