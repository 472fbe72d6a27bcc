import { createHash } from "node:crypto";
import { CREDIT } from "@/lib/credits/constants";
import { createId } from "@/lib/db/ids";
import { mintOrganizationScope } from "@/lib/db/mint-organization-scope";
import type { OrganizationScope } from "@/lib/db/scope";
import type { Transaction } from "@/lib/db/transaction";
import { withSystem } from "@/lib/db/with-system";

/** An organization with nothing in it but credits. */
export async function createTestOrganization(name = "Test organization", credits = 1_000): Promise<OrganizationScope> {
  const id = createId("org");
  await withSystem(async (transaction) => {
    await transaction.organization.create({ data: { id, name } });
    if (credits === 0) return;
    await transaction.creditEntry.create({
      data: { organizationId: id, kind: "top_up", balanceChange: credits * CREDIT, reservedChange: 0, note: "Test" },
    });
  });
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
    await createAccount(transaction, organizationId, ids.assessmentId);
    await createWebhook(transaction, organizationId);
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
  const weights = { communication: 0.25, clarity: 0.25, composure: 0.25, empathy_signal: 0.25 };
  await transaction.roleBenchmark.create({
    data: { id: createId("rol"), organizationId, key: "own_role", version: 1, name: "Own role", weights, bar: 60 },
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
  const sha256 = createHash("sha256").update(recordingId).digest("hex");
  const storageKey = `${organizationId}/${sha256}`;
  await transaction.recording.create({
    data: { id: recordingId, organizationId, sha256, bytes: 1, container: "wav", storageKey },
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
  await transaction.override.create({
    data: { id: createId("ovr"), organizationId, assessmentId, verdict: "pass", reason: "r", actorType: "user" },
  });
}

async function createAccount(transaction: Transaction, organizationId: string, assessmentId: string): Promise<void> {
  await transaction.scoringRun.create({ data: { id: createId("run"), organizationId, assessmentId, livemode: false } });
  const soon = new Date(Date.now() + 60_000);
  await transaction.idempotencyKey.create({
    data: { organizationId, key: "k", requestHash: "h", lockedUntil: soon, expiresAt: soon },
  });
  await transaction.upload.create({ data: { id: createId("upl"), organizationId, size: 1n, expiresAt: soon } });
  await transaction.liveAnswer.create({
    data: { id: createId("liv"), organizationId, livemode: false, fields: { role_benchmark: "customer_support" } },
  });
  const positionId = createId("pos");
  await transaction.position.create({ data: { id: positionId, organizationId, name: "P", roleKey: "default" } });
  await transaction.candidate.create({ data: { id: createId("cnd"), organizationId, name: "C" } });
}

async function createWebhook(transaction: Transaction, organizationId: string): Promise<void> {
  const [endpointId, eventId, deliveryId] = [createId("whe"), createId("evt"), createId("whd")];
  await transaction.webhookEndpoint.create({
    data: { id: endpointId, organizationId, url: "https://receiver.invalid", livemode: false, sealedSecret: "s" },
  });
  const type = "webhook.test";
  const told = { type, id: endpointId, external_id: null, status: "test", livemode: false };
  const payload = { ...told, created_at: new Date().toISOString() };
  await transaction.webhookEvent.create({ data: { id: eventId, organizationId, type, livemode: false, payload } });
  await transaction.webhookDelivery.create({ data: { id: deliveryId, organizationId, endpointId, eventId } });
  await transaction.webhookAttempt.create({
    data: { id: createId("wha"), organizationId, deliveryId, number: 1, durationMs: 1 },
  });
}
