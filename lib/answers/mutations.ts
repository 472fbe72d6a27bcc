import type { PgBoss } from "pg-boss";
import type { AnswerFields } from "@/lib/answers/schema";
import type { SuppliedTranscript } from "@/lib/answers/read-transcript";
import { recordAudit } from "@/lib/audit/mutations";
import { findOrCreateCandidate } from "@/lib/candidates/mutations";
import { ANSWER_COST } from "@/lib/credits/constants";
import type { Actor } from "@/lib/auth/identity";
import { createId } from "@/lib/db/ids";
import type { OrganizationScope } from "@/lib/db/scope";
import type { Transaction } from "@/lib/db/transaction";
import { withOrganization } from "@/lib/db/with-organization";
import { noteResource } from "@/lib/idempotency/idempotency-records";
import { logger } from "@/lib/log/logger";
import { noteCompletion, takeLiveAnswer } from "@/lib/live-answers/mutations";
import { queueRun } from "@/lib/scoring-runs/mutations";
import { requirePosition } from "@/lib/positions/mutations";
import { keepRecording, releaseRecording } from "@/lib/recordings/mutations";
import { lockSandbox } from "@/lib/sandbox/data";
import { requireSandboxPlace } from "@/lib/sandbox/mutations";
import type { SandboxFixture } from "@/lib/sandbox/sandbox-fixtures";
import { type IncomingObject, type ObjectStore } from "@/lib/storage/object-store";
import { takeUpload } from "@/lib/uploads/mutations";
import type { ScoringMode } from "@/scoring/dimensions/dimension-result";

/** An answer with all that is known of it but its recording. */
export interface AnswerDraft {
  readonly actor: Actor;
  readonly livemode: boolean;
  readonly fields: AnswerFields;
  readonly language: string;
  readonly transcript: SuppliedTranscript | null;
  readonly role: { readonly key: string; readonly version: number };
  readonly mode: ScoringMode;
  /** A bundled fixture: marked wherever it shows. */
  readonly synthetic?: boolean;
  /** A fixture of the sandbox: outside its daily count, its result is known. */
  readonly fixture?: SandboxFixture | null;
}

export interface NewAnswer extends AnswerDraft {
  readonly recording: IncomingObject;
  readonly container: string;
  /** The upload that the recording came by; it is used up. */
  readonly uploadId?: string | null;
  readonly idempotencyKey?: string | null;
}

/** Where an answer's recording is, or is to be taken from. */
export interface AnswerSource {
  readonly recordingId?: string;
  readonly sourceUrl?: string;
  readonly sourceUploadId?: string;
  readonly sourceLiveAnswerId?: string;
}

export interface CreatedAnswer {
  readonly answerId: string;
  readonly assessmentId: string;
  readonly runId: string;
}

/** Keeps the recording, writes answer and assessment, and queues the scoring: all of it or nothing. */
export async function createAnswer(
  scope: OrganizationScope,
  store: ObjectStore,
  boss: PgBoss,
  answer: NewAnswer,
): Promise<CreatedAnswer> {
  try {
    return await writeAnswer(scope, store, boss, answer);
  } catch (error) {
    // The rows are rolled back, the bytes are not. What this cannot reach either is swept up at the next start.
    await releaseRecording(scope, store, answer.recording.sha256).catch((fault: unknown) =>
      logger().warn({ err: fault }, "the recording of a failed request is still on disk"),
    );
    throw error;
  }
}

async function writeAnswer(
  scope: OrganizationScope,
  store: ObjectStore,
  boss: PgBoss,
  answer: NewAnswer,
): Promise<CreatedAnswer> {
  return withOrganization(scope, async (transaction) => {
    if (!answer.livemode) await lockSandbox(transaction, scope);
    if (answer.uploadId) await takeUpload(transaction, scope, answer.uploadId);
    const recordingId = await keepRecording(transaction, scope, store, answer.recording, answer.container);
    const ids = await insertAnswer(transaction, scope, answer, { recordingId });
    await noteResource(transaction, scope, answer.idempotencyKey, ids.assessmentId);
    const { livemode } = answer;
    const delaySeconds = answer.fixture?.delaySeconds ?? 0;
    const run = { assessmentId: ids.assessmentId, livemode, cost: livemode ? ANSWER_COST : 0, delaySeconds };
    const { runId } = await queueRun(transaction, scope, boss, run);
    return { ...ids, runId };
  });
}

/**
 * Makes an answer of what a live answer holds, and queues the scoring: all of it or nothing.
 *
 * @throws EarshotError as takeLiveAnswer(), insertAnswer() and queueRun()
 */
export async function completeLiveAnswer(
  scope: OrganizationScope,
  boss: PgBoss,
  { id, size }: { readonly id: string; readonly size: number | undefined },
  answer: AnswerDraft & { readonly idempotencyKey: string | null },
): Promise<CreatedAnswer> {
  const { livemode, idempotencyKey } = answer;
  return withOrganization(scope, async (transaction) => {
    if (!livemode) await lockSandbox(transaction, scope);
    await takeLiveAnswer(transaction, scope, id, size);
    const ids = await insertAnswer(transaction, scope, answer, { sourceLiveAnswerId: id });
    await noteResource(transaction, scope, idempotencyKey, ids.assessmentId);
    await noteCompletion(transaction, scope, id, ids.assessmentId);
    const run = { assessmentId: ids.assessmentId, livemode, cost: livemode ? ANSWER_COST : 0 };
    const { runId } = await queueRun(transaction, scope, boss, run);
    return { ...ids, runId };
  });
}

/** Writes an answer and its assessment, to be queued in the same transaction. */
export async function insertAnswer(
  transaction: Transaction,
  scope: OrganizationScope,
  answer: AnswerDraft,
  source: AnswerSource,
): Promise<{ readonly answerId: string; readonly assessmentId: string }> {
  const { organizationId } = scope;
  const [answerId, assessmentId] = [createId("ans"), createId("asm")];
  const fixture = answer.fixture?.key ?? null;
  const begun = source.sourceLiveAnswerId !== undefined;
  if (!answer.livemode && fixture === null && !answer.synthetic) await requireSandboxPlace(transaction, scope);
  const positionId = await requirePosition(transaction, scope, answer.fields.position_id, begun);
  const candidateId = await findOrCreateCandidate(transaction, scope, answer.fields.candidate);
  await transaction.answer.create({
    data: { id: answerId, organizationId, positionId, candidateId, ...source, ...answerColumns(answer) },
    select: { id: true },
  });
  await transaction.assessment.create({
    data: {
      ...{ id: assessmentId, organizationId, answerId, livemode: answer.livemode, mode: answer.mode },
      ...{ roleKey: answer.role.key, roleVersion: answer.role.version },
      externalId: answer.fields.external_id ?? null,
    },
    select: { id: true },
  });
  await recordAudit(transaction, scope, answer.actor, {
    action: "assessment.created",
    subjectType: "assessment",
    subjectId: assessmentId,
    data: {
      ...{ answer_id: answerId, role_benchmark: answer.role.key, livemode: answer.livemode },
      ...(fixture !== null && { fixture }),
    },
  });
  return { answerId, assessmentId };
}

function answerColumns({ fields, language, transcript, synthetic = false, fixture = null }: AnswerDraft) {
  return {
    promptText: fields.prompt ?? null,
    promptType: fields.prompt === undefined ? null : fields.prompt_type,
    language,
    channel: fields.channel,
    accommodations: fields.accommodations,
    externalId: fields.external_id ?? null,
    metadata: fields.metadata,
    transcriptText: transcript?.text ?? null,
    transcriptFormat: transcript?.format ?? null,
    synthetic,
    fixture: fixture?.key ?? null,
  };
}
