import { recordAudit } from "@/lib/audit/mutations";
import type { Actor } from "@/lib/auth/identity";
import { createId } from "@/lib/db/ids";
import { mintOrganizationScope } from "@/lib/db/mint-organization-scope";
import type { OrganizationScope } from "@/lib/db/scope";
import { withSystem } from "@/lib/db/with-system";
import { EarshotError } from "@/lib/errors/error-codes";

/** Whoever runs the server, at its command line: they hold the database's address, which is all the proof there is. */
export const OPERATOR: Actor = { type: "system", id: null };

export interface NewOrganization {
  readonly name: string;
  /** Organizations of the EU score the wording alone. */
  readonly region: "eu" | "other";
}

/** Makes an organization with nothing in it. */
export async function createOrganization({ name, region }: NewOrganization): Promise<OrganizationScope> {
  const id = createId("org");
  const scope = mintOrganizationScope(id);
  await withSystem(async (transaction) => {
    await transaction.organization.create({ data: { id, name, region, wordingOnly: region === "eu" } });
    await recordAudit(transaction, scope, OPERATOR, {
      ...{ action: "organization.created", subjectType: "organization", subjectId: id, data: { region } },
    });
  });
  return scope;
}

/** @throws EarshotError `not_found` */
export async function openOrganization(organizationId: string): Promise<OrganizationScope> {
  const found = await withSystem(({ organization }) => organization.count({ where: { id: organizationId } }));
  if (found === 0) throw new EarshotError("not_found", `There is no organization ${organizationId}.`);
  return mintOrganizationScope(organizationId);
}

/** Every organization with what it has and may do, by name. */
export function listOrganizations() {
  return withSystem(({ organization }) =>
    organization.findMany({ include: { creditAccount: true }, orderBy: [{ name: "asc" }, { id: "asc" }] }),
  );
}
