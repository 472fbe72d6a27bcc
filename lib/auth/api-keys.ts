import { recordAudit } from "@/lib/audit/mutations";
import { generateApiKey } from "@/lib/auth/api-key-format";
import type { Actor } from "@/lib/auth/identity";
import type { Scope } from "@/lib/auth/scopes";
import { createId } from "@/lib/db/ids";
import { mintOrganizationScope } from "@/lib/db/mint-organization-scope";
import type { OrganizationScope } from "@/lib/db/scope";
import { withOrganization } from "@/lib/db/with-organization";
import { withSystem } from "@/lib/db/with-system";
import { EarshotError } from "@/lib/errors/error-codes";

export interface NewKey {
  readonly name: string;
  readonly livemode: boolean;
  readonly scopes: readonly Scope[];
  /** null = it does not expire. */
  readonly expiresAt: Date | null;
  /** Addresses and CIDR ranges; empty = from anywhere. */
  readonly ipAllowList: readonly string[];
}

export interface IssuedKey {
  readonly id: string;
  /** The key itself: shown once, never stored. */
  readonly key: string;
}

/** Makes a key. What is stored does not give it back. */
export async function issueApiKey(scope: OrganizationScope, actor: Actor, wanted: NewKey): Promise<IssuedKey> {
  const { organizationId } = scope;
  const { name, livemode, scopes, expiresAt, ipAllowList } = wanted;
  const { key, hash, displayPrefix } = generateApiKey(livemode);
  const id = createId("key");
  await withOrganization(scope, async (transaction) => {
    await transaction.apiKey.create({
      data: {
        ...{ id, organizationId, name, hash, displayPrefix, livemode, expiresAt },
        ...{ scopes: [...scopes], ipAllowList: [...ipAllowList] },
      },
      select: { id: true },
    });
    const data = { livemode, scopes: scopes.join(" "), display_prefix: displayPrefix };
    await recordAudit(transaction, scope, actor, {
      ...{ action: "api_key.created", subjectType: "api_key" as const, subjectId: id, data },
    });
  });
  return { id, key };
}

/**
 * Ends a key, from the next request on. Revoking twice is no error and keeps the first time.
 *
 * @throws EarshotError `not_found`
 */
export async function revokeApiKey(actor: Actor, id: string): Promise<Date> {
  const found = await withSystem(({ apiKey }) => apiKey.findUnique({ where: { id } }));
  if (!found) throw new EarshotError("not_found", `There is no key ${id}.`);
  if (found.revokedAt !== null) return found.revokedAt;
  const scope = mintOrganizationScope(found.organizationId);
  const revokedAt = new Date();
  await withOrganization(scope, async (transaction) => {
    await transaction.apiKey.update({ where: { id }, data: { revokedAt }, select: { id: true } });
    await recordAudit(transaction, scope, actor, {
      ...{ action: "api_key.revoked", subjectType: "api_key" as const, subjectId: id },
    });
  });
  return revokedAt;
}

/** An organization's keys, newest first, without what would let anybody in. */
export function listApiKeys(scope: OrganizationScope) {
  return withOrganization(scope, ({ apiKey }) =>
    apiKey.findMany({
      where: { organizationId: scope.organizationId },
      omit: { hash: true },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    }),
  );
}
