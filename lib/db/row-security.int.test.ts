import { beforeAll, describe, expect, test } from "vitest";
import { database } from "@/lib/db/client";
import { createId } from "@/lib/db/ids";
import { mintOrganizationScope } from "@/lib/db/mint-organization-scope";
import type { OrganizationScope } from "@/lib/db/scope";
import { createRowsEverywhere, createTestOrganization, type TenantRows } from "@/lib/db/testing/tenant-rows";
import { useTestDatabase } from "@/lib/db/testing/test-database";
import { withOrganization } from "@/lib/db/with-organization";

useTestDatabase();

let ours: OrganizationScope;
let theirs: OrganizationScope;
let theirRows: TenantRows;

beforeAll(async () => {
  ours = await createTestOrganization("Ours");
  theirs = await createTestOrganization("Theirs");
  await createRowsEverywhere(ours);
  theirRows = await createRowsEverywhere(theirs);
});

/** Found in the catalogue, so that a table added later is tested without anybody thinking of it. */
async function tenantTables(): Promise<readonly string[]> {
  const rows = await database().$queryRaw<{ name: string }[]>`
    select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attname = 'organization_id'
    order by 1`;
  return rows.map((row) => row.name);
}

function countRows(scope: OrganizationScope, table: string, organizationId: string): Promise<number> {
  return withOrganization(scope, async (transaction) => {
    const rows = await transaction.$queryRawUnsafe<{ n: number }[]>(
      `select count(*)::int as n from "${table}" where organization_id = $1`,
      organizationId,
    );
    return rows[0]?.n ?? -1;
  });
}

describe("every table with an organization", () => {
  test("has row-level security, enabled and forced", async () => {
    const open = await database().$queryRaw<{ relname: string }[]>`
      select relname from pg_class c where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
        and relname <> '_prisma_migrations' and not (relrowsecurity and relforcerowsecurity)`;
    expect(open).toEqual([]);
  });

  test("has at least one row of each organization here, so that the tests below can fail", async () => {
    const tables = await tenantTables();
    expect(tables.length).toBeGreaterThanOrEqual(9);
    for (const table of tables) {
      expect([table, await countRows(ours, table, ours.organizationId)]).toEqual([table, 1]);
    }
  });

  test("shows nothing of another organization", async () => {
    for (const table of await tenantTables()) {
      expect([table, await countRows(ours, table, theirs.organizationId)]).toEqual([table, 0]);
    }
  });

  test("shows nothing to a scope whose organization does not exist", async () => {
    const nobody = mintOrganizationScope(createId("org"));
    for (const table of await tenantTables()) {
      expect([table, await countRows(nobody, table, theirs.organizationId)]).toEqual([table, 0]);
    }
  });

  test("shows nothing without a transaction of ours, although the connection owns the table", async () => {
    for (const table of await tenantTables()) {
      const rows = await database().$queryRawUnsafe<unknown[]>(`select 1 from "${table}"`);
      expect([table, rows]).toEqual([table, []]);
    }
  });

  test("shows nothing when the role was assumed but no organization was named", async () => {
    for (const table of await tenantTables()) {
      const rows = await database().$transaction(async (transaction) => {
        await transaction.$executeRaw`set local role earshot_app`;
        return transaction.$queryRawUnsafe<unknown[]>(`select 1 from "${table}" where organization_id is not null`);
      });
      expect([table, rows]).toEqual([table, []]);
    }
  });

  test("cannot be changed or emptied by another organization", async () => {
    for (const table of await tenantTables()) {
      for (const change of [`update "${table}" set organization_id = organization_id`, `delete from "${table}"`]) {
        const changed = await withOrganization(ours, (transaction) =>
          transaction.$executeRawUnsafe(`${change} where organization_id = $1`, theirs.organizationId),
        ).catch((error: Error) => (error.message.includes("permission denied") ? 0 : error.message));
        expect([change, changed]).toEqual([change, 0]);
      }
    }
  });

  test("takes no row in the name of another organization", async () => {
    for (const table of await tenantTables()) {
      // Our own row again with their organization on it: refused by the policy before any constraint is looked at.
      const attempt = withOrganization(ours, (transaction) =>
        transaction.$executeRawUnsafe(
          `insert into "${table}" select (jsonb_populate_record(t, jsonb_build_object('organization_id', $1::text))).*
           from "${table}" t where organization_id = $2`,
          theirs.organizationId,
          ours.organizationId,
        ),
      );
      await expect(attempt, table).rejects.toThrow(/row-level security|by its entries alone/);
    }
  });
});

describe("references", () => {
  test("cannot point at another organization's row, whatever the application asks for", async () => {
    const attempt = withOrganization(ours, ({ answer }) =>
      answer.create({
        data: { id: createId("ans"), organizationId: ours.organizationId, recordingId: theirRows.recordingId },
      }),
    );
    await expect(attempt).rejects.toThrow(/[Ff]oreign key/);
  });
});

describe("people and organizations", () => {
  test("an organization sees itself and cannot see, rename or delete another", async () => {
    const result = await withOrganization(ours, async ({ organization }) => ({
      visible: await organization.findMany({ select: { id: true } }),
      renamed: await organization.updateMany({ where: { id: theirs.organizationId }, data: { name: "Taken" } }),
    }));
    expect(result).toEqual({ visible: [{ id: ours.organizationId }], renamed: { count: 0 } });
    await expect(withOrganization(ours, ({ organization }) => organization.deleteMany())).rejects.toThrow(/permission/);
  });

  test("only people with a membership here are visible, and never their password hash", async () => {
    const people = await withOrganization(ours, ({ user }) => user.findMany({ omit: { passwordHash: true } }));
    expect(people).toHaveLength(1);
    expect(people[0]?.id).not.toBe(theirRows.userId);
    await expect(withOrganization(ours, ({ user }) => user.findMany())).rejects.toThrow(/permission/);
  });
});

describe("built-in role benchmarks", () => {
  test("are not writable by an organization", async () => {
    const attempt = withOrganization(ours, ({ roleBenchmark }) =>
      roleBenchmark.create({
        data: { id: createId("rol"), key: "mine", version: 1, name: "Mine", weights: {}, bar: 1 },
      }),
    );
    await expect(attempt).rejects.toThrow(/row-level security|by its entries alone/);
  });
});
