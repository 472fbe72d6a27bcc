import { fromPrisma, PgBoss } from "pg-boss";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { database } from "@/lib/db/client";
import { grantQueue } from "@/lib/db/grant-queue";
import { createId } from "@/lib/db/ids";
import type { OrganizationScope } from "@/lib/db/scope";
import { createTestOrganization } from "@/lib/db/testing/tenant-rows";
import { useTestDatabase } from "@/lib/db/testing/test-database";
import type { Transaction } from "@/lib/db/transaction";
import { withOrganization } from "@/lib/db/with-organization";

const url = useTestDatabase();
const QUEUE = "score-answer";

let boss: PgBoss;
let scope: OrganizationScope;

beforeAll(async () => {
  boss = new PgBoss({ connectionString: url(), schema: "pgboss" });
  await boss.start();
  await boss.createQueue(QUEUE);
  await boss.createQueue("with-own-table", { partition: true });
  await grantQueue();
  await grantQueue(); // again: harmless
  scope = await createTestOrganization();
});

afterAll(() => boss.stop({ graceful: false }));

function recordAndEnqueue(transaction: Transaction, recordingId: string, queue = QUEUE): Promise<string | null> {
  const { organizationId } = scope;
  return transaction.recording
    .create({
      data: { id: recordingId, organizationId, sha256: recordingId, bytes: 1, container: "wav", storageKey: "x" },
    })
    .then(() => boss.send(queue, { recordingId }, { db: fromPrisma(transaction) }));
}

async function jobsFor(recordingId: string): Promise<number> {
  const rows = await database().$queryRaw<
    unknown[]
  >`select 1 from pgboss.job where data->>'recordingId' = ${recordingId}`;
  return rows.length;
}

describe("a job enqueued inside withOrganization", () => {
  test.each([QUEUE, "with-own-table"])("is there when the transaction commits (%s)", async (queue) => {
    const id = createId("rec");
    const job = await withOrganization(scope, (transaction) => recordAndEnqueue(transaction, id, queue));
    expect(job).toMatch(/^[0-9a-f-]{36}$/);
    expect(await jobsFor(id)).toBe(1);
  });

  test("is rolled back together with the row that it serves", async () => {
    const id = createId("rec");
    const attempt = withOrganization(scope, async (transaction) => {
      await recordAndEnqueue(transaction, id);
      throw new Error("changed my mind");
    });
    await expect(attempt).rejects.toThrow("changed my mind");
    expect(await jobsFor(id)).toBe(0);
    expect(await withOrganization(scope, (transaction) => transaction.recording.count({ where: { id } }))).toBe(0);
  });

  test("does not open the payloads of other jobs", async () => {
    const attempt = withOrganization(scope, (transaction) => transaction.$queryRaw`select data from pgboss.job`);
    await expect(attempt).rejects.toThrow(/permission denied/);
  });
});
