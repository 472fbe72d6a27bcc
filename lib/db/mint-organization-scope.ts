import { isId } from "@/lib/db/ids";
import type { OrganizationScope } from "@/lib/db/scope";

/**
 * Makes the proof. Call it only with an organization id that was just read from a valid key, a valid session or a job
 * that we enqueued ourselves; the import rules allow it in lib/auth and lib/jobs alone.
 * @throws Error when the id is not an organization's
 */
export function mintOrganizationScope(organizationId: string): OrganizationScope {
  if (!isId("org", organizationId)) throw new Error("An organization scope needs an organization id.");
  // The brand exists for the compiler only, hence the cast; this is the one place that may make it.
  return Object.freeze({ organizationId }) as OrganizationScope;
}
