import { endRefusedRun } from "@/lib/answers/end-run-mutations";
import type { ReceivedRecording } from "@/lib/answers/score-recording";
import { scoreRun } from "@/lib/answers/score-run";
import type { RunToDo } from "@/lib/assessments/mutations";
import type { OrganizationScope } from "@/lib/db/scope";
import type { JobOutcome } from "@/lib/jobs/job-outcome";
import { closeLiveAnswer } from "@/lib/live-answers/end-mutations";
import { observeRun } from "@/lib/metrics/instruments";
import { openStore } from "@/lib/storage/open-store";

export interface RunToPerform {
  readonly scope: OrganizationScope;
  readonly run: RunToDo;
  /** The work's line in the log. */
  readonly event: Record<string, unknown>;
  /** The recording, where this process has decoded it already. */
  readonly received?: ReceivedRecording | null;
}

/** Another worker was first, or the run was canceled: what was found here is not kept. */
const SUPERSEDED = { superseded: true };

/** Scores a run that was taken up, and ends it. What is wrong with the input is an outcome; only faults are thrown. */
export async function performRun({ scope, run, event, received = null }: RunToPerform): Promise<JobOutcome> {
  const { assessmentId, attempts, assessment } = run;
  try {
    const { stored, ended } = await scoreRun(scope, run, received);
    const { audio, timingsMs } = stored;
    if (ended) observeRun(timingsMs, audio.durationMs);
    const times = { sound_ms: audio.durationMs, timings_ms: timingsMs };
    Object.assign(event, { assessment_id: assessmentId, attempt: attempts, ...times, ...(!ended && SUPERSEDED) });
    const { sourceLiveAnswerId } = assessment.answer;
    if (ended && sourceLiveAnswerId !== null) await closeLiveAnswer(scope, openStore(), sourceLiveAnswerId);
    return { ok: true };
  } catch (error) {
    return endRefusedRun(scope, run, error);
  }
}
