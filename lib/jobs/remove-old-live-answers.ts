import { withSystem } from "@/lib/db/with-system";
import { LONGEST_CALL_MS, REMEMBER_MS, SILENCE_MS } from "@/lib/live-answers/constants";
import { partsFolder } from "@/lib/storage/object-store";
import { openStore } from "@/lib/storage/open-store";

/** Live answers that one round looks at; the next round takes the rest. */
const ROUND = 500;
/** A run that broke off on our side may be tried again for a week (dead-runs.ts); by then it has been. */
const KEEP_COMPLETED_MS = 8 * 24 * 3_600_000;

interface Row {
  readonly id: string;
  readonly organizationId: string;
}

/**
 * Erases what arrived of live answers that were given up, and of those that are scored, where the worker died before it
 * could; a day later, their rows.
 *
 * @returns how many were given up
 */
export async function removeOldLiveAnswers(): Promise<number> {
  const now = Date.now();
  const expired = await withSystem(
    (transaction) => transaction.$queryRaw<Row[]>`
      update live_answers set state = 'expired', fields = '{}', lease_owner = null, lease_until = null
      where id in (
        select id from live_answers
        where state = 'receiving'
          and (last_chunk_at <= ${new Date(now - SILENCE_MS)} or created_at <= ${new Date(now - LONGEST_CALL_MS)})
        order by last_chunk_at limit ${ROUND} for update skip locked)
      returning id, organization_id as "organizationId"`,
  );
  const scored = await withSystem(
    (transaction) => transaction.$queryRaw<Row[]>`
      update live_answers set fields = '{}'
      where id in (
        select live.id from live_answers live
        left join assessments on assessments.organization_id = live.organization_id
          and assessments.id = live.assessment_id
        where live.state = 'completed' and live.fields <> '{}' and live.completed_at <= ${new Date(now - SILENCE_MS)}
          and (assessments.id is null or assessments.result is not null
            or live.completed_at <= ${new Date(now - KEEP_COMPLETED_MS)})
        limit ${ROUND})
      returning id, organization_id as "organizationId"`,
  );
  for (const { id, organizationId } of [...expired, ...scored]) {
    await openStore().deleteParts(partsFolder(organizationId, id));
  }
  await forgetOld(new Date(now - REMEMBER_MS));
  return expired.length;
}

/** Their parts are deleted again: a worker may have died before it got to them. */
async function forgetOld(before: Date): Promise<void> {
  const old = await withSystem(({ liveAnswer }) =>
    liveAnswer.findMany({
      where: { fields: { equals: {} }, lastChunkAt: { lte: before } },
      select: { id: true, organizationId: true },
      take: ROUND,
    }),
  );
  for (const { id, organizationId } of old) await openStore().deleteParts(partsFolder(organizationId, id));
  await withSystem(({ liveAnswer }) => liveAnswer.deleteMany({ where: { id: { in: old.map(({ id }) => id) } } }));
}
