import type { PgBoss } from "pg-boss";
import type { RecognisedAnswer } from "@/lib/answers/recognise-fixture";
import type { OrganizationScope } from "@/lib/db/scope";
import { withOrganization } from "@/lib/db/with-organization";
import { keepRecording, releaseRecording } from "@/lib/recordings/mutations";
import { handRunOn, holdDispatchedRun } from "@/lib/scoring-runs/mutations";
import type { IncomingObject, ObjectStore } from "@/lib/storage/object-store";

/**
 * Keeps the recording of an answer that was accepted without it, and hands its run on to be scored: both or neither. A run
 * that ended meanwhile keeps nothing.
 *
 * @param scoredHere whoever attaches it scores it too, and the job that waits beside it hands the run on where it dies
 * @returns false where the run had ended, or another worker was first
 */
export async function attachRecording(
  scope: OrganizationScope,
  store: ObjectStore,
  boss: PgBoss,
  run: { readonly id: string; readonly assessment: { readonly answerId: string } },
  fetched: { readonly recording: IncomingObject; readonly container: string; readonly recognised: RecognisedAnswer },
  scoredHere = false,
): Promise<boolean> {
  const { recording, container, recognised } = fetched;
  const { answerId } = run.assessment;
  const work = withOrganization(scope, async (transaction) => {
    const open = scoredHere
      ? await holdDispatchedRun(transaction, scope, run.id)
      : await handRunOn(transaction, scope, boss, run.id);
    if (!open) return false;
    const recordingId = await keepRecording(transaction, scope, store, recording, container);
    await transaction.answer.update({
      where: { id: answerId },
      data: { recordingId, sourceUrl: null, sourceUploadId: null, ...recognised },
      select: { id: true },
    });
    return true;
  });
  return work.catch(async (error: unknown) => {
    await releaseRecording(scope, store, recording.sha256);
    throw error;
  });
}

/** Hands a run on whose recording is here: whoever attached it has died before it scored it. */
export async function handAttachedRunOn(scope: OrganizationScope, boss: PgBoss, runId: string): Promise<void> {
  await withOrganization(scope, (transaction) => handRunOn(transaction, scope, boss, runId));
}
