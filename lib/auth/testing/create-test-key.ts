import { generateApiKey } from "@/lib/auth/api-key-format";
import { SCOPES, type Scope } from "@/lib/auth/scopes";
import { createId } from "@/lib/db/ids";
import type { OrganizationScope } from "@/lib/db/scope";
import { withSystem } from "@/lib/db/with-system";

export interface TestKeyOptions {
  readonly scopes?: readonly Scope[];
  readonly livemode?: boolean;
  readonly expiresAt?: Date;
  readonly revokedAt?: Date;
  readonly ipAllowList?: string[];
}

/** A key of an organization as a client would hold it. */
export async function createTestKey(scope: OrganizationScope, options: TestKeyOptions = {}): Promise<string> {
  const { scopes = SCOPES, livemode = true, ...rest } = options;
  const { key, hash, displayPrefix } = generateApiKey(livemode);
  await withSystem((transaction) =>
    transaction.apiKey.create({
      data: {
        ...{ id: createId("key"), organizationId: scope.organizationId, name: "Test", hash, displayPrefix, livemode },
        ...{ scopes: [...scopes], ...rest },
      },
    }),
  );
  return key;
}
