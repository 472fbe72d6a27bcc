import { createId } from "@/lib/db/ids";
import { mintOrganizationScope } from "@/lib/db/mint-organization-scope";
import type { OrganizationScope } from "@/lib/db/scope";
import type { Transaction } from "@/lib/db/transaction";
import { withSystem } from "@/lib/db/with-system";

/** An organization with nothing in it yet. */
export async function createTestOrganization(name = "Test organization"): Promise<OrganizationScope> {
  const id = createId("org");
  await withSystem((transaction) => transaction.organization.create({ data: { id, name } }));
  return mintOrganizationScope(id);
}

export interface TenantRows {
  readonly userId: string;
  readonly recordingId: string;
  readonly answerId: string;
  readonly assessmentId: string;
}

/** One row in every tenant table of the organization. */
export async function createRowsEverywhere({ organizationId }: OrganizationScope): Promise<TenantRows> {
  const ids = {
    userId: createId("usr"),
    recordingId: createId("rec"),
    answerId: createId("ans"),
    assessmentId: createId("asm"),
  };
  await withSystem(async (transaction) => {
    await createPeople(transaction, organizationId, ids.userId);
    await createAnswer(transaction, organizationId, ids);
  });
  return ids;
}

async function createPeople(transaction: Transaction, organizationId: string, userId: string): Promise<void> {
  await transaction.user.create({ data: { id: userId, email: `${userId}@example.com`, name: "A recruiter" } });
  await transaction.membership.create({ data: { userId, organizationId, role: "recruiter" } });
  const keyId = createId("key");
  await transaction.apiKey.create({
    data: {
      id: keyId,
      organizationId,
      name: "Key",
      hash: keyId,
      displayPrefix: "es_test_",
      livemode: false,
      scopes: [],
    },
  });
  await transaction.roleBenchmark.create({
    data: { id: createId("rol"), organizationId, key: "own_role", version: 1, name: "Own role", weights: {}, bar: 60 },
  });
  await transaction.auditLog.create({
    data: { organizationId, actorType: "user", actorId: userId, action: "x.y", subjectType: "user", subjectId: userId },
  });
}

async function createAnswer(
  transaction: Transaction,
  organizationId: string,
  ids: Omit<TenantRows, "userId">,
): Promise<void> {
  const { recordingId, answerId, assessmentId } = ids;
  await transaction.recording.create({
    data: { id: recordingId, organizationId, sha256: recordingId, bytes: 1, container: "wav", storageKey: recordingId },
  });
  await transaction.answer.create({ data: { id: answerId, organizationId, recordingId } });
  await transaction.artifact.create({
    data: { id: createId("art"), organizationId, kind: "words", version: "1", contentKey: answerId, body: {} },
  });
  await transaction.assessment.create({
    data: { id: assessmentId, organizationId, answerId, livemode: false, roleKey: "default", roleVersion: 1 },
  });
  await transaction.dimensionScore.create({
    data: { assessmentId, organizationId, dimension: "clarity", mode: "standard", score: 50 },
  });
}
