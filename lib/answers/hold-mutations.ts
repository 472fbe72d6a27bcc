import type { Prisma } from "@/lib/db/generated/client";
import type { OrganizationScope } from "@/lib/db/scope";
import type { Transaction } from "@/lib/db/transaction";
import { lockRecording } from "@/lib/recordings/mutations";

const HELD = {
  recording: true,
  assessments: { select: { id: true, inputHash: true, overrides: { select: { id: true } } } },
} satisfies Prisma.AnswerInclude;
/** An answer with its recording and its results, which nobody else changes until the transaction ends. */
export type HeldAnswer = Prisma.AnswerGetPayload<{ include: typeof HELD }>;

/**
 * Holds an answer for a transaction that takes something from it. Its locks are taken in the order of all (lockQueue()):
 * its live answer, its runs that are being worked on, its recording, the answer itself; the queue comes after that.
 *
 * @returns null where it is erased
 */
export async function holdAnswer(
  transaction: Transaction,
  { organizationId }: OrganizationScope,
  id: string,
): Promise<HeldAnswer | null> {
  await transaction.$queryRaw`
    select 1 from live_answers live
    join answers answer on answer.organization_id = live.organization_id and answer.source_live_answer_id = live.id
    where answer.organization_id = ${organizationId} and answer.id = ${id} for update of live`;
  await transaction.$queryRaw`
    select 1 from scoring_runs run
    join assessments assessment on assessment.organization_id = run.organization_id and assessment.id = run.assessment_id
    where run.organization_id = ${organizationId} and assessment.answer_id = ${id} and run.state = 'dispatched'
    order by run.id for update of run`;
  // Whoever works on a run may have attached it until now.
  const recording = await transaction.recording.findFirst({ where: { organizationId, answers: { some: { id } } } });
  if (recording) await lockRecording(transaction, recording.storageKey);
  await transaction.$queryRaw`select 1 from answers where organization_id = ${organizationId} and id = ${id} for update`;
  return transaction.answer.findFirst({ where: { id, organizationId }, include: HELD });
}
