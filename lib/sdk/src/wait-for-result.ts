import { TimeoutError } from "./api-error.js";
import { type Schemas } from "./generated/api.js";
import { pause } from "./pause.js";
import { type CallOptions } from "./transport.js";

export type SoftSkillsScore = Schemas["soft_skills_score"];
export type SoftSkillsRun = Schemas["soft_skills_run"];
/** One type a status: comparing `status` with both leaves the score alone. */
export type EndedRun = RunWith<"failed"> | RunWith<"canceled">;
type RunWith<Status extends SoftSkillsRun["status"]> = SoftSkillsRun & { status: Status };

export interface WaitOptions extends CallOptions {
  /** Milliseconds from now until TimeoutError; the run itself goes on. 10 minutes where nothing is said. */
  readonly deadlineMs?: number;
  /** Called with each answer that is not the last: queue position, status. */
  readonly onProgress?: (run: SoftSkillsRun) => void;
}

const DEFAULT_DEADLINE_MS = 600_000;
const DEFAULT_POLL_SECONDS = 2;

/** Asks until the run is over, as often as the server says (`poll_after_seconds`). */
export async function waitForResult(
  id: string,
  get: () => Promise<SoftSkillsScore | SoftSkillsRun>,
  options: WaitOptions,
): Promise<SoftSkillsScore | EndedRun> {
  const deadlineMs = options.deadlineMs ?? DEFAULT_DEADLINE_MS;
  const endMs = performance.now() + deadlineMs;
  for (;;) {
    const result = await get();
    if (isOver(result)) return result;
    options.onProgress?.(result);
    const leftMs = endMs - performance.now();
    if (leftMs <= 0) throw new TimeoutError(`${id} is still ${result.status} after ${deadlineMs} ms.`);
    // The last look is at the deadline itself, not before it.
    await pause(Math.min(leftMs, (result.poll_after_seconds ?? DEFAULT_POLL_SECONDS) * 1000), options.signal);
  }
}

function isOver(result: SoftSkillsScore | SoftSkillsRun): result is SoftSkillsScore | EndedRun {
  return result.status !== "queued" && result.status !== "processing";
}
