import type { Prisma } from "@/lib/db/generated/client";
import type { OrganizationScope } from "@/lib/db/scope";
import type { Transaction } from "@/lib/db/transaction";
import { withOrganization } from "@/lib/db/with-organization";

/** How long an answer is kept for repeats. */
const KEEP_MS = 24 * 3_600_000;
/** A request waits at most a minute for its result; one that takes longer than this has broken off. */
const LOCK_MS = 120_000;

/** An answer as it is kept and sent again. */
export interface StoredReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export type Claim =
  /** Nobody had the key: go on, and store the answer. */
  | { readonly kind: "first" }
  | { readonly kind: "replay"; readonly reply: StoredReply }
  /** The first request is still under way. */
  | { readonly kind: "running"; readonly retryAfterSeconds: number }
  /** The first request broke off after it had created this. */
  | { readonly kind: "broken_off"; readonly resourceId: string }
  /** The key belongs to another request. */
  | { readonly kind: "reused" };

/** Claims a key for a request, or says what became of the one that claimed it before. */
export async function claimKey(scope: OrganizationScope, key: string, requestHash: string): Promise<Claim> {
  const { organizationId } = scope;
  return withOrganization(scope, async (transaction) => {
    const now = Date.now();
    const times = { lockedUntil: new Date(now + LOCK_MS), expiresAt: new Date(now + KEEP_MS) };
    const fresh = { requestHash, ...times };
    const { count } = await transaction.idempotencyKey.createMany({
      data: [{ organizationId, key, ...fresh }],
      skipDuplicates: true,
    });
    if (count === 1) return { kind: "first" };
    await transaction.$queryRaw`
      select 1 from idempotency_keys where organization_id = ${organizationId} and key = ${key} for update`;
    const where = { organizationId_key: { organizationId, key } };
    const record = await transaction.idempotencyKey.findUnique({ where });
    if (!record) return { kind: "running", retryAfterSeconds: 1 }; // released just now
    if (record.expiresAt.getTime() <= now) {
      const empty = { resourceId: null, status: null, body: null };
      await transaction.idempotencyKey.update({ where, data: { ...fresh, ...empty } });
      return { kind: "first" };
    }
    if (record.requestHash !== requestHash) return { kind: "reused" };
    if (record.status !== null) return { kind: "replay", reply: toReply(record) };
    const leftMs = record.lockedUntil.getTime() - now;
    if (leftMs > 0) return { kind: "running", retryAfterSeconds: Math.min(5, Math.ceil(leftMs / 1000)) };
    await transaction.idempotencyKey.update({ where, data: { lockedUntil: times.lockedUntil } });
    return record.resourceId === null ? { kind: "first" } : { kind: "broken_off", resourceId: record.resourceId };
  });
}

/** Notes what a request creates under its key, in the transaction that creates it: both are there or neither. */
export async function noteResource(
  transaction: Transaction,
  { organizationId }: OrganizationScope,
  key: string | null | undefined,
  resourceId: string,
): Promise<void> {
  if (key === null || key === undefined) return;
  await transaction.idempotencyKey.updateMany({ where: { organizationId, key }, data: { resourceId } });
}

/** Keeps the answer for repeats. */
export async function storeReply(scope: OrganizationScope, key: string, reply: StoredReply): Promise<void> {
  await withOrganization(scope, (transaction) => noteReply(transaction, scope, key, reply));
}

/** Keeps the answer in the transaction that does the work: for one that creates many things, or nothing it can name. */
export async function noteReply(
  transaction: Transaction,
  { organizationId }: OrganizationScope,
  key: string | null | undefined,
  { status, headers, body }: StoredReply,
): Promise<void> {
  if (key === null || key === undefined) return;
  await transaction.idempotencyKey.updateMany({
    where: { organizationId, key },
    data: { status, headers: { ...headers } satisfies Prisma.InputJsonObject, body },
  });
}

/**
 * Gives a key back after a fault of ours, so that the client may try again; where something was created, the next try
 * finds that instead.
 */
export async function releaseKey(scope: OrganizationScope, key: string): Promise<void> {
  const { organizationId } = scope;
  await withOrganization(scope, async ({ idempotencyKey }) => {
    await idempotencyKey.deleteMany({ where: { organizationId, key, resourceId: null, status: null } });
    await idempotencyKey.updateMany({ where: { organizationId, key }, data: { lockedUntil: new Date() } });
  });
}

/** Forgets the kept answers about something that is erased. */
export async function forgetResource(
  transaction: Transaction,
  { organizationId }: OrganizationScope,
  resourceIds: readonly string[],
): Promise<void> {
  await transaction.idempotencyKey.deleteMany({ where: { organizationId, resourceId: { in: [...resourceIds] } } });
}

function toReply(record: { status: number | null; headers: Prisma.JsonValue; body: string | null }): StoredReply {
  return {
    status: record.status ?? 200,
    // Written by storeReply() alone.
    headers: (record.headers ?? {}) as Record<string, string>,
    body: record.body ?? "",
  };
}
