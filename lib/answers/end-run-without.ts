import { eraseFailedRecording } from "@/lib/answers/erase-mutations";
import { dropPendingTranscript } from "@/lib/answers/mutations";
import { type Failure, failRun, type RunToDo } from "@/lib/assessments/mutations";
import type { OrganizationScope } from "@/lib/db/scope";
import { sender } from "@/lib/jobs/enqueue";
import { openStore } from "@/lib/storage/open-store";

/**
 * Ends a run that found nothing: what was sent for it goes, what was there before stays. Where the fault was ours (a dead
 * run), the recording is kept for a while, so that a person can have it tried again (lib/jobs/dead-runs.ts).
 */
export async function endRunWithout(scope: OrganizationScope, run: RunToDo, failure: Failure): Promise<void> {
  await failRun(scope, await sender(), run, failure);
  const { answerId, completedAt } = run.assessment;
  if (completedAt === null && failure.state === "dead") return;
  if (completedAt === null) await eraseFailedRecording(scope, openStore(), answerId);
  else await dropPendingTranscript(scope, answerId);
}
