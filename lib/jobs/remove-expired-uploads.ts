import { withSystem } from "@/lib/db/with-system";
import { openStore } from "@/lib/storage/open-store";
import { partsFolder } from "@/lib/storage/object-store";
import { REMEMBER_EXPIRED_MS } from "@/lib/uploads/constants";

/** Uploads that one round looks at; the next round takes the rest. */
const ROUND = 500;

/**
 * Erases the bytes of uploads that were not used in time, and a day later their rows. What an answer was made of is
 * looked at with the rows: its bytes are its recording by then.
 *
 * @returns how many uploads' bytes were erased
 */
export async function removeExpiredUploads(): Promise<number> {
  const now = new Date();
  const expired = await withSystem(({ upload }) =>
    upload.findMany({
      where: { state: { in: ["receiving", "complete"] }, expiresAt: { lte: now } },
      select: { id: true, organizationId: true },
      orderBy: { expiresAt: "asc" },
      take: ROUND,
    }),
  );
  for (const { id, organizationId } of expired) {
    await withSystem(async (transaction) => {
      // Held while its bytes go, so that none are added by a request that began before.
      const { count } = await transaction.upload.updateMany({
        where: { id, organizationId, state: { in: ["receiving", "complete"] } },
        data: { state: "expired" },
      });
      if (count > 0) await openStore().deleteParts(partsFolder(organizationId, id));
    });
  }
  await forgetExpired(new Date(now.getTime() - REMEMBER_EXPIRED_MS));
  return expired.length;
}

async function forgetExpired(before: Date): Promise<void> {
  const old = await withSystem(({ upload }) =>
    upload.findMany({
      where: { state: { in: ["expired", "used"] }, expiresAt: { lte: before } },
      select: { id: true, organizationId: true },
      take: ROUND,
    }),
  );
  for (const { id, organizationId } of old) await openStore().deleteParts(partsFolder(organizationId, id));
  await withSystem(({ upload }) => upload.deleteMany({ where: { id: { in: old.map(({ id }) => id) } } }));
}
