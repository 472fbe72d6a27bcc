import { mkdir } from "node:fs/promises";
import { withSystem } from "@/lib/db/with-system";
import { seedBuiltInRoles } from "./built-in-roles";
import { demoCredentials, type DemoCredentials } from "./demo-credentials";
import { seedDemoOrganization } from "./demo-organization";

/** Fills an up-to-date database with the built-in roles and the demo organization. Running it again changes nothing. */
export async function seed(dataDir: string): Promise<DemoCredentials & { readonly organizationId: string }> {
  await mkdir(dataDir, { recursive: true });
  const demo = await demoCredentials(dataDir);
  const organizationId = await withSystem(async (transaction) => {
    await seedBuiltInRoles(transaction);
    return seedDemoOrganization(transaction, demo);
  });
  return { ...demo, organizationId };
}
