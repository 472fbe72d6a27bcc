import { proposeTranscript } from "@/lib/answers/transcript-mutations";
import type { SuppliedTranscript } from "@/lib/answers/read-transcript";
import type { Submission } from "@/lib/answers/submit-answer";
import type { Identity } from "@/lib/auth/identity";
import { EarshotError } from "@/lib/errors/error-codes";
import { sender } from "@/lib/jobs/enqueue";
import { awaitRun } from "@/lib/scoring-runs/await-run";

/**
 * What was said, sent later: aligned, checked against the sound, and scored again. Until that has gone well, the result
 * and the transcript before stay as they are.
 *
 * @throws EarshotError `not_found`, `conflict`, `transcript_mismatch`
 */
export async function replaceTranscript(
  { scope, actor }: Identity,
  assessmentId: string,
  transcript: SuppliedTranscript,
  waitSeconds: number,
): Promise<Submission> {
  const boss = await sender();
  const runId = await proposeTranscript(scope, boss, actor, assessmentId, transcript);
  const outcome = await awaitRun(scope, runId, waitSeconds);
  if (outcome?.ok === false) throw new EarshotError(outcome.code, outcome.detail, outcome.errors);
  return { assessmentId, finished: outcome !== null };
}
