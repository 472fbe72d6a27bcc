import { eraseAnswer } from "@/lib/answers/erase-mutations";
import type { Identity } from "@/lib/auth/identity";
import { getCandidate, listAnswerIdsOf } from "@/lib/candidates/data";
import { deleteCandidate } from "@/lib/candidates/mutations";
import type { ObjectStore } from "@/lib/storage/object-store";

/**
 * Erases a person: every answer with its recording, words and results, then the person. What broke off in between can be
 * called again: the person's row goes last.
 *
 * @throws EarshotError `not_found`
 */
export async function eraseCandidate(identity: Identity, store: ObjectStore, id: string): Promise<void> {
  const { scope, actor } = identity;
  await getCandidate(scope, id);
  const answers = await listAnswerIdsOf(scope, id);
  for (const answerId of answers) await eraseAnswer(scope, store, actor, answerId, "answer.erased");
  await deleteCandidate(identity, id, answers.length);
}
