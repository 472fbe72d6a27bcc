import type { PgBoss } from "pg-boss";
import { insertAnswer } from "@/lib/answers/mutations";
import type { Identity } from "@/lib/auth/identity";
import type { CheckedAnswer } from "@/lib/batches/check-items";
import { lockCandidates } from "@/lib/candidates/mutations";
import { ANSWER_COST } from "@/lib/credits/constants";
import { withOrganization } from "@/lib/db/with-organization";
import type { EarshotError } from "@/lib/errors/error-codes";
import { noteReply, type StoredReply } from "@/lib/idempotency/idempotency-records";
import { requirePosition } from "@/lib/positions/mutations";
import { lockSandbox } from "@/lib/sandbox/data";
import { requireSandboxPlace } from "@/lib/sandbox/mutations";
import { queueRuns } from "@/lib/scoring-runs/mutations";
import { lockUploads, takeUpload } from "@/lib/uploads/mutations";

/** Some thousand short statements. */
const TIMEOUT_MS = 60_000;

/**
 * Writes and queues the answers of a batch, and the reply to it, in one transaction: a process that is killed has done all
 * of it or nothing, and the same request again is told the same.
 *
 * @returns for each, the assessment's id or why it was refused
 */
export async function createBatch(
  { scope, livemode, idempotencyKey }: Identity,
  boss: PgBoss,
  answers: readonly CheckedAnswer[],
  toReply: (outcomes: readonly ({ readonly assessmentId: string } | EarshotError)[]) => StoredReply,
): Promise<({ readonly assessmentId: string } | EarshotError)[]> {
  return withOrganization(
    scope,
    async (transaction) => {
      const uploads = answers.flatMap(({ source }) => (source.kind === "upload" ? [source.uploadId] : []));
      await lockUploads(transaction, scope, uploads);
      if (!livemode) await lockSandbox(transaction, scope);
      // Before the queue, as a single answer does: two that want both must not wait for each other.
      if (answers.some(({ draft }) => draft.fields.candidate)) await lockCandidates(transaction, scope);
      const outcomes = await queueRuns(transaction, scope, boss, answers, {
        livemode,
        cost: livemode ? ANSWER_COST : 0,
        write: async ({ draft, source }) => {
          // What is refused from here on is this item alone: nothing of it may be written before.
          await requirePosition(transaction, scope, draft.fields.position_id);
          if (!livemode) await requireSandboxPlace(transaction, scope);
          if (source.kind === "url") return insertAnswer(transaction, scope, draft, { sourceUrl: source.url });
          await takeUpload(transaction, scope, source.uploadId);
          return insertAnswer(transaction, scope, draft, { sourceUploadId: source.uploadId });
        },
      });
      await noteReply(transaction, scope, idempotencyKey, toReply(outcomes));
      return outcomes;
    },
    { timeoutMs: TIMEOUT_MS },
  );
}
