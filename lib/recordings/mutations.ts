import { createId } from "@/lib/db/ids";
import type { Prisma } from "@/lib/db/generated/client";
import type { OrganizationScope } from "@/lib/db/scope";
import type { Transaction } from "@/lib/db/transaction";
import { withOrganization } from "@/lib/db/with-organization";
import { type IncomingObject, type ObjectStore, recordingKey } from "@/lib/storage/object-store";

/** Assessments that still need the recording: a dead run may be tried again. */
export const NEEDS_RECORDING = {
  OR: [{ status: { notIn: ["failed", "canceled"] } }, { runs: { some: { state: "dead" } } }],
} satisfies Prisma.AssessmentWhereInput;

/**
 * The row and the bytes of a recording; the same content is one of each, however often and whichever way it is sent.
 *
 * @returns the row's id
 */
export async function keepRecording(
  transaction: Transaction,
  { organizationId }: OrganizationScope,
  store: ObjectStore,
  recording: IncomingObject,
  container: string,
): Promise<string> {
  const { sha256, bytes } = recording;
  const storageKey = recordingKey(organizationId, sha256);
  await lockRecording(transaction, storageKey);
  await store.keep(recording, storageKey);
  const row = await transaction.recording.upsert({
    where: { organizationId_sha256: { organizationId, sha256 } },
    create: { id: createId("rec"), organizationId, sha256, bytes, container, storageKey },
    update: {},
    select: { id: true },
  });
  return row.id;
}

/** Keeping and erasing the same content wait for each other, so that no row outlives its bytes. */
export async function lockRecording(transaction: Transaction, storageKey: string): Promise<void> {
  await transaction.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${storageKey}, 0))::text`;
}

/** Deletes the bytes of a content that no run of the organization needs; does nothing where one does. */
export async function releaseRecording(scope: OrganizationScope, store: ObjectStore, sha256: string): Promise<void> {
  const { organizationId } = scope;
  const storageKey = recordingKey(organizationId, sha256);
  await withOrganization(scope, async (transaction) => {
    await lockRecording(transaction, storageKey);
    const needed = await transaction.assessment.count({
      where: { organizationId, answer: { recording: { sha256 } }, ...NEEDS_RECORDING },
    });
    if (needed === 0) await store.delete(storageKey);
  });
}
