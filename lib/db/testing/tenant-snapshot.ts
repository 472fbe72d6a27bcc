import { withSystem } from "@/lib/db/with-system";

/** Changes with every request, and says nothing about what the request did. */
const NOTES_OF_USE = new Set(["last_used_at"]);

/** Rows by table. */
export type TenantSnapshot = Readonly<Record<string, readonly string[]>>;

/** Every row of every table that an organization has, by table; found in the catalogue. */
export async function tenantSnapshot(organizationId: string): Promise<TenantSnapshot> {
  return withSystem(async (transaction) => {
    const tables = await transaction.$queryRaw<{ name: string }[]>`
      select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attname = 'organization_id'
      order by 1`;
    const snapshot: Record<string, readonly string[]> = {};
    for (const { name } of tables) {
      const rows = await transaction.$queryRawUnsafe<{ row: Record<string, unknown> }[]>(
        `select to_jsonb(t) as row from "${name}" t where organization_id = $1 order by 1`,
        organizationId,
      );
      snapshot[name] = rows.map(({ row }) =>
        JSON.stringify(row, (key, value) => (NOTES_OF_USE.has(key) ? null : value)),
      );
    }
    return snapshot;
  });
}
