import type { MembershipRole } from "@/lib/db/generated/enums";

/** What a key or a member may do. Part of the API: never renamed. */
export const SCOPES = [
  "score:read",
  "score:write",
  "roles:read",
  "roles:write",
  // Positions and candidates.
  "candidates:read",
  "candidates:write",
  "webhooks:read",
  "webhooks:write",
  // Credits and usage.
  "usage:read",
] as const;
export type Scope = (typeof SCOPES)[number];

const SCOPES_OF_ROLE: Readonly<Record<MembershipRole, readonly Scope[]>> = {
  owner: SCOPES,
  recruiter: SCOPES.filter((scope) => scope !== "webhooks:write" && scope !== "roles:write"),
  viewer: ["score:read", "roles:read", "candidates:read"],
};

export function scopesOfRole(role: MembershipRole): readonly Scope[] {
  return SCOPES_OF_ROLE[role];
}

/** The scopes of a stored list that exist; a scope that was retired gives nothing. */
export function knownScopes(stored: readonly string[]): readonly Scope[] {
  return SCOPES.filter((scope) => stored.includes(scope));
}
