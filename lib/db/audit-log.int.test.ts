import { beforeAll, describe, expect, test } from "vitest";
import { database } from "@/lib/db/client";
import type { OrganizationScope } from "@/lib/db/scope";
import { createRowsEverywhere, createTestOrganization } from "@/lib/db/testing/tenant-rows";
import { useTestDatabase } from "@/lib/db/testing/test-database";
import { withOrganization } from "@/lib/db/with-organization";
import { withSystem } from "@/lib/db/with-system";

useTestDatabase();

let scope: OrganizationScope;

beforeAll(async () => {
  scope = await createTestOrganization();
  await createRowsEverywhere(scope);
});

const CHANGES = ["update audit_log set action = 'nothing'", "delete from audit_log", "truncate audit_log"];

describe("the audit log", () => {
  test.each(CHANGES)("refuses an organization's: %s", async (sql) => {
    await expect(withOrganization(scope, (transaction) => transaction.$executeRawUnsafe(sql))).rejects.toThrow(
      /permission denied|append-only/,
    );
  });

  test.each(CHANGES)("refuses the system's: %s", async (sql) => {
    await expect(withSystem((transaction) => transaction.$executeRawUnsafe(sql))).rejects.toThrow(
      /permission denied|append-only/,
    );
  });

  test.each(CHANGES)("refuses its owner's: %s", async (sql) => {
    await expect(database().$executeRawUnsafe(sql)).rejects.toThrow(/append-only/);
  });

  test("keeps its lines when what they speak of is gone", async () => {
    await withSystem((transaction) =>
      transaction.assessment.deleteMany({ where: { organizationId: scope.organizationId } }),
    );
    const lines = await withOrganization(scope, (transaction) => transaction.auditLog.count());
    expect(lines).toBe(1);
  });
});
