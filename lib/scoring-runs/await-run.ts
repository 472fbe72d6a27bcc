import type { OrganizationScope } from "@/lib/db/scope";
import { awaitOutcome } from "@/lib/jobs/await-outcome";
import type { JobOutcome } from "@/lib/jobs/job-outcome";
import { findRunOutcome } from "@/lib/scoring-runs/data";

/** How a run ended, or null when it had not after the time. */
export function awaitRun(scope: OrganizationScope, runId: string, waitSeconds: number): Promise<JobOutcome | null> {
  return awaitOutcome(runId, () => findRunOutcome(scope, runId), waitSeconds * 1_000);
}
