import { endRunWithout } from "@/lib/answers/end-run-mutations";
import { performRun } from "@/lib/answers/perform-run";
import { takeUpRun } from "@/lib/assessments/mutations";
import type { OrganizationScope } from "@/lib/db/scope";
import { jobOutcomeSchema, type JobOutcome } from "@/lib/jobs/job-outcome";

/** The run was erased while it waited: there is nothing to do and nobody to tell. */
const GONE: JobOutcome = { ok: false, code: "not_found", detail: "The answer was erased.", errors: [] };

interface Work {
  readonly scope: OrganizationScope;
  readonly payload: { readonly runId: string };
  /** The job's line in the log. */
  readonly event: Record<string, unknown>;
}

export const scoreAnswerHandler = { handle: scoreAnswerRun, giveUp: giveUpRun };

/**
 * Scores an answer for the first time, or again with a later transcript. Runs any number of times for one job: a run
 * that has ended is left as it is. What is wrong with the input is an outcome; only faults are thrown.
 */
async function scoreAnswerRun({ scope, payload, event }: Work): Promise<JobOutcome> {
  const run = await takeUpRun(scope, payload.runId);
  if (!run) return GONE;
  if (run.finishedAt !== null) return jobOutcomeSchema.parse(run.outcome);
  return performRun({ scope, run, event });
}

/** The last try broke off, or its worker died. */
async function giveUpRun({ scope, payload }: Work): Promise<void> {
  const run = await takeUpRun(scope, payload.runId);
  if (!run || run.finishedAt !== null) return;
  const detail = "Scoring broke off on our side. Send the recording again.";
  await endRunWithout(scope, run, {
    state: "dead",
    outcome: { ok: false, code: "internal_error", detail, errors: [] },
    fault: `No result after ${run.attempts} tries; the worker's log has the reason under this run's id.`,
  });
}
