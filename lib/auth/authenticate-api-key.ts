import { timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { hashApiKey, isApiKey } from "@/lib/auth/api-key-format";
import type { Identity } from "@/lib/auth/identity";
import { isAllowedAddress } from "@/lib/auth/ip-allow-list";
import { knownScopes } from "@/lib/auth/scopes";
import { mintOrganizationScope } from "@/lib/db/mint-organization-scope";
import { lookUpAsSystem } from "@/lib/db/system-lookup";
import { withSystem } from "@/lib/db/with-system";
import { logger } from "@/lib/log/logger";

/** "Last used" is for people: to the minute is enough, and a write a request would be waste. */
const LAST_USED_STEP_MS = 60_000;

/** The identity behind a key, or null: unknown, revoked, expired and from the wrong place all look the same outside. */
export async function authenticateApiKey(presented: string, address: string | null): Promise<Identity | null> {
  if (!isApiKey(presented)) return null;
  const hash = hashApiKey(presented);
  const row = await findKey(hash);
  if (!row || !timingSafeEqual(Buffer.from(row.hash, "hex"), Buffer.from(hash, "hex"))) return null;
  const now = new Date();
  if (row.revokedAt !== null || (row.expiresAt !== null && row.expiresAt <= now)) return null;
  if (!isAllowedAddress(address, row.ipAllowList)) {
    const why = address === null ? "the caller's address is not known: set TRUSTED_PROXIES" : "address not in its list";
    logger().warn({ api_key_id: row.id, why }, "key with an IP allow-list refused");
    return null;
  }
  if (row.lastUsedAt === null || now.getTime() - row.lastUsedAt.getTime() > LAST_USED_STEP_MS) touch(row.id, now);
  return {
    scope: mintOrganizationScope(row.organizationId),
    actor: { type: "api_key", id: row.id },
    livemode: row.livemode,
    scopes: knownScopes(row.scopes),
    requestsPerMinute: row.requestsPerMinute,
  };
}

const keyRowSchema = z.object({
  id: z.string(),
  hash: z.string(),
  organizationId: z.string(),
  livemode: z.boolean(),
  scopes: z.array(z.string()),
  ipAllowList: z.array(z.string()),
  expiresAt: z.date().nullable(),
  lastUsedAt: z.date().nullable(),
  revokedAt: z.date().nullable(),
  requestsPerMinute: z.int().nullable(),
});

/** Read anew for every request, so that a revoked key is out with the next one. */
async function findKey(hash: string): Promise<z.infer<typeof keyRowSchema> | null> {
  const [row] = await lookUpAsSystem({
    name: "api_key_by_hash",
    values: [hash],
    text: `select key.id, key.hash, key.organization_id as "organizationId", key.livemode, key.scopes,
       key.ip_allow_list as "ipAllowList", key.expires_at as "expiresAt", key.last_used_at as "lastUsedAt",
       key.revoked_at as "revokedAt", organization.requests_per_minute as "requestsPerMinute"
     from api_keys key join organizations organization on organization.id = key.organization_id
     where key.hash = $1`,
  });
  return row === undefined ? null : keyRowSchema.parse(row);
}

/** Not awaited: nobody waits for a note about when a key was used. */
function touch(id: string, lastUsedAt: Date): void {
  withSystem((transaction) => transaction.apiKey.update({ where: { id }, data: { lastUsedAt } })).catch(
    (error: unknown) => logger().warn({ err: error, api_key_id: id }, "last use not noted"),
  );
}
