import { eraseFailedRecording } from "@/lib/answers/erase-mutations";
import { cancelAssessment } from "@/lib/assessments/mutations";
import type { Identity } from "@/lib/auth/identity";
import { sender } from "@/lib/jobs/enqueue";
import type { ObjectStore } from "@/lib/storage/object-store";

/**
 * Cancels a queued run. What was sent for it is erased, the row stays. Canceling twice is no error.
 *
 * @throws EarshotError `not_found`, `conflict` once it is being scored or has ended
 */
export async function cancelAnswer(identity: Identity, store: ObjectStore, assessmentId: string): Promise<void> {
  const { answerId } = await cancelAssessment(identity, await sender(), assessmentId);
  await eraseFailedRecording(identity.scope, store, answerId);
}
