import type { Scope } from "@/lib/auth/scopes";
import type { OrganizationScope } from "@/lib/db/scope";

/** Who did it, for the audit log. */
export interface Actor {
  readonly type: "user" | "api_key" | "job" | "system";
  readonly id: string | null;
}

/** Who is asking, once that is proven. */
export interface Identity {
  readonly scope: OrganizationScope;
  readonly actor: Actor;
  /** False for test keys: real scoring, marked, no credits. */
  readonly livemode: boolean;
  readonly scopes: readonly Scope[];
  /** What this client may ask in a minute, where that is not what everybody may. */
  readonly requestsPerMinute?: number | null;
  /** The Idempotency-Key that what this request creates is noted under; null where it sent none. */
  readonly idempotencyKey?: string | null;
}
