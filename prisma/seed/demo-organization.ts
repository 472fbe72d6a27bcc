import { createHash } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";
import { SCOPES } from "@/lib/auth/scopes";
import { CREDIT } from "@/lib/credits/constants";
import { createId } from "@/lib/db/ids";
import type { Transaction } from "@/lib/db/transaction";
import type { DemoCredentials } from "./demo-credentials";

/** Characters of a key that may be shown: "es_test_" and four more. */
const DISPLAY_PREFIX_LENGTH = 12;
/** Credits to begin with: enough for a thousand answers from the dashboard. */
const DEMO_CREDITS = 1_000;

/** Makes the demo organization, its owner and its test key where they are missing. Returns the organization's id. */
export async function seedDemoOrganization(transaction: Transaction, demo: DemoCredentials): Promise<string> {
  const organizationId = await ensureOwner(transaction, demo);
  const keyHash = createHash("sha256").update(demo.apiKey).digest("hex");
  await ensureCredits(transaction, organizationId);
  const known = await transaction.apiKey.findUnique({ where: { hash: keyHash } });
  if (known !== null) {
    await transaction.apiKey.update({ where: { id: known.id }, data: { scopes: [...SCOPES] } });
  } else {
    await transaction.apiKey.create({
      data: {
        id: createId("key"),
        organizationId,
        name: "Demo test key",
        hash: keyHash,
        displayPrefix: demo.apiKey.slice(0, DISPLAY_PREFIX_LENGTH),
        livemode: false,
        scopes: [...SCOPES],
      },
    });
  }
  return organizationId;
}

async function ensureCredits(transaction: Transaction, organizationId: string): Promise<void> {
  const account = await transaction.creditAccount.findUnique({ where: { organizationId } });
  if (account !== null) return;
  const balanceChange = DEMO_CREDITS * CREDIT;
  const note = "Credits of the demo organization";
  await transaction.creditEntry.create({
    data: { organizationId, kind: "top_up", balanceChange, reservedChange: 0, note },
  });
}

async function ensureOwner(transaction: Transaction, demo: DemoCredentials): Promise<string> {
  const known = await transaction.user.findUnique({ where: { email: demo.email }, include: { memberships: true } });
  const membership = known?.memberships[0];
  if (known !== null && membership !== undefined) {
    const matches = known.passwordHash !== null && (await verify(known.passwordHash, demo.password));
    if (!matches) {
      const passwordHash = await hash(demo.password);
      await transaction.user.update({ where: { id: known.id }, data: { passwordHash } });
    }
    return membership.organizationId;
  }
  const [organizationId, userId] = [createId("org"), createId("usr")];
  const passwordHash = await hash(demo.password);
  await transaction.organization.create({ data: { id: organizationId, name: "Demo organization" } });
  await transaction.user.create({ data: { id: userId, email: demo.email, name: "Demo recruiter", passwordHash } });
  await transaction.membership.create({ data: { organizationId, userId, role: "owner" } });
  return organizationId;
}
