import type { RescoreBody } from "@/lib/answers/schema";
import { readRescoreSource, type ScoredAssessment } from "@/lib/assessments/data";
import { tellOf } from "@/lib/assessments/mutations";
import type { UnscoredAssessmentRow } from "@/lib/assessments/serialize-assessment";
import { runColumns, toStoredRun } from "@/lib/assessments/stored-run";
import { copyDimensions, holdResult } from "@/lib/assessments/stored-run-mutations";
import { recordAudit } from "@/lib/audit/mutations";
import type { Identity } from "@/lib/auth/identity";
import { createId } from "@/lib/db/ids";
import type { Transaction } from "@/lib/db/transaction";
import { withOrganization } from "@/lib/db/with-organization";
import { EarshotError } from "@/lib/errors/error-codes";
import { noteResource } from "@/lib/idempotency/idempotency-records";
import { sender } from "@/lib/jobs/enqueue";
import { roleVersionInForce } from "@/lib/role-benchmarks/data";
import { sandboxFlags } from "@/lib/sandbox/sandbox-fixtures";
import type { QueuePlace } from "@/lib/scoring-runs/data";
import { queueRun } from "@/lib/scoring-runs/mutations";
import type { RoleBenchmark } from "@/scoring/benchmarks/role-benchmark-schema";
import type { ScoringMode } from "@/scoring/dimensions/dimension-result";

/** Another role's view of dimensions that are scored already: a new assessment, at once. */
export async function createRescore(
  { scope, actor, livemode, idempotencyKey }: Identity,
  source: ScoredAssessment,
  rescore: { readonly role: RoleBenchmark; readonly mode: ScoringMode; readonly body: RescoreBody },
): Promise<string> {
  const run = toStoredRun(source);
  if (!run) throw new Error("A scored assessment has no stored run.");
  const { role, mode, body } = rescore;
  const { organizationId } = scope;
  const id = createId("asm");
  const now = new Date();
  const boss = await sender();
  await withOrganization(scope, async (transaction) => {
    if (!(await holdResult(transaction, source, run))) {
      throw new EarshotError("conflict", "This answer is being scored anew. Try again at once.");
    }
    await transaction.assessment.create({
      data: {
        ...runColumns({ ...run, timingsMs: {} }, role, mode, sandboxFlags(source.answer.fixture)),
        ...{ id, organizationId, answerId: source.answerId, livemode, mode },
        ...{ roleKey: role.key, roleVersion: role.version, externalId: body.external_id ?? source.answer.externalId },
        ...{ createdAt: now, startedAt: now, completedAt: now },
      },
    });
    await copyDimensions(transaction, { id, organizationId }, source.id);
    await noteResource(transaction, scope, idempotencyKey, id);
    await recordAudit(transaction, scope, actor, {
      action: "assessment.created",
      subjectType: "assessment",
      subjectId: id,
      data: { answer_id: source.answerId, role_benchmark: role.key, rescored_from: source.id, livemode },
    });
    await tellOf(transaction, scope, boss, "soft_skills_score.completed", [id]);
  });
  return id;
}

/** What is queued, and where it stands. */
export interface QueuedRescore {
  readonly row: UnscoredAssessmentRow;
  readonly place: QueuePlace;
}

/**
 * The same by the queue, for somebody who does not wait: a worker weighs it, in its turn and free. One transaction with
 * few statements, which also says all that the reply needs: this is what a client sends by the thousand.
 *
 * @throws EarshotError `not_found`, `conflict` (no result yet), `unknown_role_benchmark`
 */
export async function queueRescore(identity: Identity, body: RescoreBody): Promise<QueuedRescore> {
  const { scope, livemode } = identity;
  const boss = await sender();
  return withOrganization(scope, async (transaction) => {
    const row = await insertQueuedRescore(transaction, identity, body);
    await noteResource(transaction, scope, identity.idempotencyKey, row.id);
    const { place } = await queueRun(transaction, scope, boss, { assessmentId: row.id, livemode, cost: 0 });
    return { row, place };
  });
}

async function insertQueuedRescore(
  transaction: Transaction,
  { scope, actor, livemode }: Identity,
  body: RescoreBody,
): Promise<UnscoredAssessmentRow> {
  const { organizationId } = scope;
  const { answerId, ...source } = await readRescoreSource(transaction, scope, body);
  const { role_benchmark: roleKey } = body;
  const roleVersion = await roleVersionInForce(transaction, scope, roleKey, source.ownRoleVersion);
  const mode: ScoringMode = source.wordingOnly ? "wording_only" : "standard";
  const [id, createdAt] = [createId("asm"), new Date()];
  const externalId = body.external_id ?? source.externalId;
  await transaction.$executeRaw`
    insert into assessments
      (id, organization_id, answer_id, livemode, mode, role_key, role_version, external_id, created_at)
    values (${id}, ${organizationId}, ${answerId}, ${livemode}, ${mode}::scoring_mode, ${roleKey}, ${roleVersion},
      ${externalId}, ${createdAt})`;
  const data = { answer_id: answerId, role_benchmark: roleKey, rescored_from: answerId, livemode };
  await recordAudit(transaction, scope, actor, {
    ...{ action: "assessment.created", subjectType: "assessment" as const, subjectId: id, data },
  });
  return {
    ...{ id, answerId, livemode, externalId, createdAt, roleKey, status: "queued" as const },
    ...{ answer: source, runs: [], errorCode: null, errorDetail: null },
  };
}
