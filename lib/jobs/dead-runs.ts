import type { PgBoss } from "pg-boss";
import { forgetDeadRun } from "@/lib/answers/end-run-mutations";
import { recordAudit } from "@/lib/audit/mutations";
import type { Actor } from "@/lib/auth/identity";
import { mintOrganizationScope } from "@/lib/db/mint-organization-scope";
import { withOrganization } from "@/lib/db/with-organization";
import { withSystem } from "@/lib/db/with-system";
import { EarshotError } from "@/lib/errors/error-codes";
import { queueRun } from "@/lib/scoring-runs/mutations";
import { openStore } from "@/lib/storage/open-store";

/** A run whose tries are used up, for a person to look at. */
export interface DeadRun {
  readonly id: string;
  readonly organizationId: string;
  readonly assessmentId: string;
  readonly attempts: number;
  readonly fault: string | null;
  readonly finishedAt: Date | null;
}

/** A person looks at so many at a time. */
const SHOWN = 100;
/** Recordings of dead runs wait this long for somebody to have them tried again. */
export const KEEP_DEAD_MS = 7 * 24 * 3_600_000;
/** Runs that one round looks at; the next round takes the rest. */
const ROUND = 500;

/** The newest dead runs of all organizations, or of one. */
export function listDeadRuns(organizationId: string | null): Promise<readonly DeadRun[]> {
  return withSystem(({ scoringRun }) =>
    scoringRun.findMany({
      where: { state: "dead", ...(organizationId !== null && { organizationId }) },
      select: { id: true, organizationId: true, assessmentId: true, attempts: true, fault: true, finishedAt: true },
      orderBy: { finishedAt: "desc" },
      take: SHOWN,
    }),
  );
}

/** How many runs wait, hold a place, or are dead, over all organizations; and since when the oldest one waits. */
export async function countRuns() {
  return withSystem(async ({ scoringRun }) => {
    const count = (state: "waiting" | "dispatched" | "dead") => scoringRun.count({ where: { state } });
    const oldest = await scoringRun.findFirst({
      where: { state: "waiting" },
      orderBy: { createdAt: "asc" },
      select: { createdAt: true },
    });
    return {
      waiting: await count("waiting"),
      dispatched: await count("dispatched"),
      dead: await count("dead"),
      oldestWaitingSince: oldest?.createdAt ?? null,
    };
  });
}

/**
 * Has a dead run tried again: its assessment is queued anew, with credits reserved as for the first time.
 *
 * @returns the new run's id
 * @throws EarshotError `not_found`; `conflict` where it is not dead, or what it needs is gone; `insufficient_credits`
 */
export async function retryDeadRun(boss: PgBoss, actor: Actor, runId: string): Promise<string> {
  const found = await withSystem(({ scoringRun }) =>
    scoringRun.findUnique({
      where: { id: runId },
      include: { assessment: { include: { answer: { include: { recording: true } } } } },
    }),
  );
  if (!found) throw new EarshotError("not_found", "There is no run with this id.");
  const { assessment, assessmentId, organizationId, livemode, reserved } = found;
  if (found.state !== "dead") throw new EarshotError("conflict", `This run is ${found.state}, not dead.`);
  if (assessment.status !== "failed") {
    throw new EarshotError(
      "conflict",
      "This answer has a result; its transcript was dropped and has to be sent again.",
    );
  }
  const { recording, sourceUrl, sourceUploadId, sourceLiveAnswerId } = assessment.answer;
  const kept = recording
    ? (await openStore().sizeOf(recording.storageKey)) !== null
    : (sourceUrl ?? sourceUploadId ?? sourceLiveAnswerId) !== null;
  if (!kept) throw new EarshotError("conflict", "Its recording is erased: the client has to send it again.");
  const scope = mintOrganizationScope(organizationId);
  return withOrganization(scope, async (transaction) => {
    const { count } = await transaction.scoringRun.updateMany({
      where: { id: runId, organizationId, state: "dead" },
      data: { state: "finished" },
    });
    if (count === 0) throw new EarshotError("conflict", "Somebody else has had it tried again.");
    await transaction.assessment.update({
      where: { id: assessmentId },
      data: { status: "queued", errorCode: null, errorDetail: null, startedAt: null, completedAt: null },
      select: { id: true },
    });
    await recordAudit(transaction, scope, actor, {
      ...{ action: "assessment.retried", subjectType: "assessment" as const, subjectId: assessmentId },
    });
    return (await queueRun(transaction, scope, boss, { assessmentId, livemode, cost: reserved })).runId;
  });
}

/** Erases what dead runs were kept for, once nobody has had them tried again in a week. @returns how many */
export async function forgetDeadRuns(): Promise<number> {
  const old = await withSystem(({ scoringRun }) =>
    scoringRun.findMany({
      where: { state: "dead", finishedAt: { lt: new Date(Date.now() - KEEP_DEAD_MS) } },
      select: { id: true, organizationId: true, assessment: { select: { answerId: true } } },
      take: ROUND,
    }),
  );
  for (const { id, organizationId, assessment } of old)
    await forgetDeadRun(mintOrganizationScope(organizationId), openStore(), id, assessment.answerId);
  return old.length;
}
