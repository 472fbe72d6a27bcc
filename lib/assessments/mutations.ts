import type { PgBoss } from "pg-boss";
import type { Actor, Identity } from "@/lib/auth/identity";
import { eraseOrphanedArtifacts, type MeasuredArtifact, storeArtifacts } from "@/lib/assessments/artifact-mutations";
import { scoresOf, type StoredRun } from "@/lib/assessments/stored-run";
import { type AssessmentToWrite, copyRun, writeRun } from "@/lib/assessments/stored-run-mutations";
import { type ASSESSMENT_STATUSES, SCORED_STATUSES } from "@/lib/assessments/schema";
import { recordAudit } from "@/lib/audit/mutations";
import { chargeForDimensions } from "@/lib/credits/charge-for-dimensions";
import type { Prisma } from "@/lib/db/generated/client";
import type { OrganizationScope } from "@/lib/db/scope";
import type { Transaction } from "@/lib/db/transaction";
import { withOrganization } from "@/lib/db/with-organization";
import { EarshotError } from "@/lib/errors/error-codes";
import type { JobOutcome } from "@/lib/jobs/job-outcome";
import { cancelRun, endRun, holdDispatchedRun } from "@/lib/scoring-runs/mutations";
import { recordEvent } from "@/lib/webhook-deliveries/mutations";
import type { EventType } from "@/lib/webhooks/event-types";
import type { RoleVersions } from "@/lib/role-benchmarks/data";
import type { RoleBenchmark } from "@/scoring/benchmarks/role-benchmark-schema";

const JOB: Actor = { type: "job", id: null };
const WITH_ANSWER = {
  assessment: { include: { answer: { include: { recording: true } } } },
} satisfies Prisma.ScoringRunInclude;
export type RunToDo = Prisma.ScoringRunGetPayload<{ include: typeof WITH_ANSWER }>;

/**
 * Takes up a run: what is to be scored, or null when it is erased. A first run is marked as under way. One that has
 * ended comes back as it is.
 */
export async function takeUpRun(scope: OrganizationScope, runId: string): Promise<RunToDo | null> {
  return withOrganization(scope, async (transaction) => {
    const begun = await beginRun(transaction, scope, { id: runId });
    const run = await transaction.scoringRun.findFirst({
      where: { id: runId, organizationId: scope.organizationId },
      include: WITH_ANSWER,
    });
    if (run && begun) await markUnderWay(transaction, scope, run.assessmentId);
    return run;
  });
}

/** Takes up the open run of an assessment: "waits" until it has a place; null when there is none (any more). */
export async function takeUpRunOf(scope: OrganizationScope, assessmentId: string): Promise<RunToDo | "waits" | null> {
  return withOrganization(scope, async (transaction) => {
    const begun = await beginRun(transaction, scope, { assessmentId });
    const run = await transaction.scoringRun.findFirst({
      where: { assessmentId, organizationId: scope.organizationId, state: { in: ["waiting", "dispatched"] } },
      include: WITH_ANSWER,
    });
    if (run && begun) await markUnderWay(transaction, scope, assessmentId);
    return run?.state === "waiting" ? "waits" : run;
  });
}

async function beginRun(
  transaction: Transaction,
  { organizationId }: OrganizationScope,
  which: { readonly id: string } | { readonly assessmentId: string },
): Promise<boolean> {
  const { count } = await transaction.scoringRun.updateMany({
    where: { ...which, organizationId, state: "dispatched" },
    data: { startedAt: new Date(), attempts: { increment: 1 } },
  });
  return count > 0;
}

async function markUnderWay(
  transaction: Transaction,
  { organizationId }: OrganizationScope,
  assessmentId: string,
): Promise<void> {
  await transaction.assessment.updateMany({
    where: { id: assessmentId, organizationId, status: { in: ["queued", "processing"] } },
    data: { status: "processing", startedAt: new Date() },
  });
}

export interface FinishedRun {
  readonly run: StoredRun;
  /** The result of the same answer that the run repeats for another role; null where it was measured. */
  readonly copyOf: string | null;
  readonly artifacts: readonly MeasuredArtifact[];
  /** The later transcript that this run was made with; it is in force from now on. */
  readonly applied: { readonly text: string; readonly format: string | null } | null;
}

/**
 * Writes what a run found, and ends it: charged, its place given on. With a later transcript, every result of the answer
 * is renewed: dimensions do not depend on the role, so that all roles' results speak of the same words. A run that ended
 * meanwhile (canceled, or by another worker) writes nothing.
 *
 * @returns whether it was ended here
 */
export async function completeRun(
  scope: OrganizationScope,
  boss: PgBoss,
  { id: runId, reserved, assessment }: Pick<RunToDo, "id" | "reserved" | "assessment">,
  roles: RoleVersions,
  finished: FinishedRun,
): Promise<boolean> {
  const { organizationId } = scope;
  const { id, answerId, mode } = assessment;
  const { run, applied } = finished;
  return withOrganization(scope, async (transaction) => {
    if (!(await holdDispatchedRun(transaction, scope, runId))) return false;
    const which = applied ? { OR: [{ id }, { answerId, status: { in: [...SCORED_STATUSES] } }] } : { id };
    const rows = await transaction.assessment.findMany({
      where: { organizationId, ...which },
      include: { answer: { select: { fixture: true } } },
    });
    if (rows.length === 0) return false; // erased while it was scored
    for (const row of rows) await writeResult(transaction, row, roles(row.roleKey, row.roleVersion), finished);
    await storeArtifacts(transaction, scope, run, finished.artifacts);
    await eraseOrphanedArtifacts(
      transaction,
      scope,
      rows.flatMap(({ inputHash }) => inputHash ?? []),
    );
    if (applied) await applyTranscript(transaction, answerId, applied);
    await transaction.$queryRaw`
      update recordings set duration_ms = ${Math.round(run.audio.durationMs)}
      where organization_id = ${organizationId}
        and id = (select recording_id from answers where organization_id = ${organizationId} and id = ${answerId})`;
    const action = applied ? "transcript.applied" : "assessment.completed";
    const data = { input: run.inputHash, model: run.scored.model };
    await recordAudit(transaction, scope, JOB, { action, subjectType: "assessment", subjectId: id, data });
    const renewed = rows.map((row) => row.id);
    await tellOf(transaction, scope, boss, "soft_skills_score.completed", renewed);
    const charged = chargeForDimensions(scoresOf(run, mode), reserved);
    // Last: it holds the organization's queue, and whoever asks for a score waits for that.
    return endRun(transaction, scope, boss, runId, { state: "finished", charged, outcome: { ok: true } });
  });
}

/** @throws Error where what was to be copied is another by now: the queue tries the run again */
async function writeResult(
  transaction: Transaction,
  row: AssessmentToWrite,
  role: RoleBenchmark,
  { run, copyOf }: FinishedRun,
): Promise<void> {
  if (copyOf === null) return writeRun(transaction, row, role, run);
  if (!(await copyRun(transaction, row, role, { run, source: copyOf }))) throw new Error("The result was renewed.");
}

async function applyTranscript(
  transaction: Transaction,
  answerId: string,
  { text, format }: { readonly text: string; readonly format: string | null },
): Promise<void> {
  const none = { pendingTranscriptText: null, pendingTranscriptFormat: null };
  const data = { transcriptText: text, transcriptFormat: format, ...none };
  await transaction.answer.update({ where: { id: answerId }, data, select: { id: true } });
}

/**
 * Marks an assessment whose first run finds nothing, in the transaction that ends that.
 *
 * @returns false where it has a result already: a later run leaves what was there
 */
export async function failAssessment(
  transaction: Transaction,
  scope: OrganizationScope,
  boss: PgBoss,
  assessmentId: string,
  { code, detail }: Failure["outcome"],
): Promise<boolean> {
  const { count } = await transaction.assessment.updateMany({
    where: { id: assessmentId, organizationId: scope.organizationId, completedAt: null },
    data: { status: "failed", errorCode: code, errorDetail: detail, completedAt: new Date() },
  });
  if (count === 0) return false;
  await recordAudit(transaction, scope, JOB, {
    ...{ action: "assessment.failed", subjectType: "assessment" as const, subjectId: assessmentId, data: { code } },
  });
  await tellOf(transaction, scope, boss, "soft_skills_score.failed", [assessmentId]);
  return true;
}

/** Tells the organization's webhooks how assessments stand, in the transaction that made it so. */
export async function tellOf(
  transaction: Transaction,
  scope: OrganizationScope,
  boss: PgBoss,
  type: EventType,
  ids: readonly string[],
): Promise<void> {
  const { organizationId } = scope;
  const rows = await transaction.assessment.findMany({
    where: { organizationId, id: { in: [...ids] } },
    select: { id: true, externalId: true, status: true, livemode: true },
    orderBy: { id: "asc" },
  });
  for (const { id, externalId, status, livemode } of rows) {
    await recordEvent(transaction, scope, boss, { type, id, external_id: externalId, status, livemode });
  }
}

/**
 * Cancels a first run that waits, in the transaction that erases what was sent for it: the assessment stays and says so,
 * its credits are free again.
 *
 * @throws EarshotError `conflict` once a worker has begun, or where nothing waits
 */
export async function cancelAssessment(
  transaction: Transaction,
  { scope, actor }: Identity,
  boss: PgBoss,
  { id, status }: { readonly id: string; readonly status: (typeof ASSESSMENT_STATUSES)[number] },
): Promise<void> {
  const canceled = status === "queued" ? await cancelRun(transaction, scope, boss, id) : null;
  if (canceled !== "canceled") {
    const state = canceled === "begun" ? "processing" : status;
    throw new EarshotError("conflict", `Only a queued run can be canceled; this one is ${state}.`);
  }
  await transaction.assessment.update({
    where: { id },
    data: { status: "canceled", completedAt: new Date() },
    select: { id: true },
  });
  await recordAudit(transaction, scope, actor, {
    ...{ action: "assessment.canceled", subjectType: "assessment" as const, subjectId: id },
  });
}

export interface Failure {
  /** "finished": the input was at fault; "dead": its tries are used up. */
  readonly state: "finished" | "dead";
  readonly outcome: Extract<JobOutcome, { ok: false }>;
  readonly fault?: string;
}
