import { isId } from "@/lib/db/ids";
import { mintOrganizationScope } from "@/lib/db/mint-organization-scope";
import { withOrganization } from "@/lib/db/with-organization";
import { NEEDS_RECORDING, releaseRecording } from "@/lib/recordings/mutations";
import type { ObjectStore } from "@/lib/storage/object-store";

/** Keys that one query asks about. */
const CHUNK = 500;

/**
 * Deletes recordings that no result needs: what a process leaves behind that is killed between keeping a recording and
 * committing its row, or between ending a run that found nothing and deleting its recording. Each is looked at again under its lock before it goes, so one being sent right now stays.
 *
 * @returns how many were not needed
 */
export async function removeOrphanedRecordings(store: ObjectStore): Promise<number> {
  let orphans = 0;
  for await (const keys of store.listSettled()) {
    for (let from = 0; from < keys.length; from += CHUNK) {
      orphans += await releaseUnneeded(store, keys.slice(from, from + CHUNK));
    }
  }
  return orphans;
}

/** @param storageKeys of one organization, whose id is their first part */
async function releaseUnneeded(store: ObjectStore, storageKeys: readonly string[]): Promise<number> {
  const organizationId = storageKeys[0]?.split("/")[0] ?? "";
  if (!isId("org", organizationId)) return 0;
  const scope = mintOrganizationScope(organizationId);
  const rows = await withOrganization(scope, (transaction) =>
    transaction.recording.findMany({
      where: {
        ...{ organizationId, storageKey: { in: [...storageKeys] } },
        answers: { some: { assessments: { some: NEEDS_RECORDING } } },
      },
      select: { storageKey: true },
    }),
  );
  const needed = new Set(rows.map(({ storageKey }) => storageKey));
  const unneeded = storageKeys.filter((key) => !needed.has(key));
  for (const key of unneeded) await releaseRecording(scope, store, key.slice(organizationId.length + 1));
  return unneeded.length;
}
