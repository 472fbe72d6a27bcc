declare const minted: unique symbol;

/**
 * Proof that somebody checked who is asking: every read and write of tenant data takes one. Only
 * lib/db/mint-organization-scope.ts makes them, and only the sign-in gate and a job's payload check may import that.
 */
export interface OrganizationScope {
  readonly organizationId: string;
  readonly [minted]: true;
}
