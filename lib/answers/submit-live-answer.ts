import { checkFields, type FindRole } from "@/lib/answers/check-fields";
import { eraseAnswer } from "@/lib/answers/erase-mutations";
import { completeLiveAnswer } from "@/lib/answers/mutations";
import type { Submission } from "@/lib/answers/submit-answer";
import type { Identity } from "@/lib/auth/identity";
import type { OrganizationScope } from "@/lib/db/scope";
import { EarshotError } from "@/lib/errors/error-codes";
import { sender } from "@/lib/jobs/enqueue";
import { fieldsOf, getLiveAnswer, type LiveAnswerRecord } from "@/lib/live-answers/data";
import { announceEnd } from "@/lib/live-answers/mutations";
import type { LiveAnswerEnd } from "@/lib/live-answers/schema";
import { getScoringMode } from "@/lib/organizations/data";
import { loadRoleVersions } from "@/lib/role-benchmarks/data";
import { awaitRun } from "@/lib/scoring-runs/await-run";
import type { ObjectStore } from "@/lib/storage/object-store";

/**
 * Completes a live answer and waits for its score. One that is completed already is left as it is: the same request may
 * be sent again. A run that fails while we wait leaves the live answer open, with all that arrived.
 *
 * @throws EarshotError `not_found`, `live_answer_expired`, `missing_audio`, `upload_incomplete`; `conflict` for a key of
 *   the other mode; what scoring says of the recording and its transcript
 */
export async function submitLiveAnswer(
  identity: Identity,
  store: ObjectStore,
  id: string,
  end: LiveAnswerEnd,
  waitSeconds: number,
): Promise<Submission> {
  const { scope, actor, idempotencyKey = null } = identity;
  const [boss, live] = await Promise.all([sender(), getLiveAnswer(scope, id)]);
  if (live.livemode !== identity.livemode) throw otherMode(live.livemode);
  if (live.assessmentId !== null) return { assessmentId: live.assessmentId, finished: false };
  announceEnd(scope, id).catch(() => undefined); // nothing depends on it
  const fields = { ...fieldsOf(live), ...(end.transcript !== undefined && { transcript: end.transcript }) };
  const [checked, mode] = await Promise.all([checkFields(scope, fields, roleOf(live)), getScoringMode(scope)]);
  const draft = { ...checked, fields, actor, livemode: live.livemode, mode, idempotencyKey };
  const created = await completeLiveAnswer(scope, boss, { id, size: end.size }, draft).catch(async (error: unknown) => {
    const first = await findOtherCompletion(scope, id, error);
    if (first === null) throw error;
    return first;
  });
  if (!("runId" in created)) return { ...created, finished: false };
  const outcome = await awaitRun(scope, created.runId, waitSeconds);
  if (outcome === null || outcome.ok) return { assessmentId: created.assessmentId, finished: outcome !== null };
  await eraseAnswer(scope, store, actor, created.answerId, "answer.refused");
  throw new EarshotError(outcome.code, outcome.detail, outcome.errors);
}

/** The role as it was when the call began: it may be archived, or have a newer version, by now. */
function roleOf({ roleVersion }: LiveAnswerRecord): FindRole | undefined {
  if (roleVersion === null) return undefined;
  return async (scope, roleKey) => (await loadRoleVersions(scope, [{ roleKey, roleVersion }]))(roleKey, roleVersion);
}

/** The result that another request for the same completion was first with; null where that is not what went wrong. */
async function findOtherCompletion(
  scope: OrganizationScope,
  id: string,
  error: unknown,
): Promise<{ readonly assessmentId: string } | null> {
  if (!(error instanceof EarshotError) || error.code !== "live_answer_completed") return null;
  const { assessmentId } = await getLiveAnswer(scope, id);
  return assessmentId === null ? null : { assessmentId };
}

function otherMode(livemode: boolean): EarshotError {
  const detail = `This live answer was begun with a ${livemode ? "live" : "test"} key; complete it with one.`;
  return new EarshotError("conflict", detail);
}
