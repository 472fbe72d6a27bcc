import { createHash, randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import pg from "pg";

/** The advisory lock that `prisma migrate` takes, so that neither runs beside the other. */
const MIGRATE_LOCK = 72_707_369;

const CREATE_TABLE = `create table if not exists "_prisma_migrations" (
  id varchar(36) primary key not null, checksum varchar(64) not null, finished_at timestamptz,
  migration_name varchar(255) not null, logs text, rolled_back_at timestamptz,
  started_at timestamptz not null default now(), applied_steps_count integer not null default 0)`;

interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

/**
 * Brings the database up to date at start, as `prisma migrate deploy` would: same table, same checksums, same lock, so
 * either may follow the other. Many processes may call it at once. Each migration is applied whole or not at all.
 * @param folder holds one folder per migration, applied in order of name
 * @returns the names that were applied now
 * @throws Error when an applied migration was edited, or Prisma recorded one that failed half-way
 */
export async function migrate(url: string, folder = path.resolve("prisma/migrations")): Promise<readonly string[]> {
  const migrations = await readMigrations(folder);
  const client = new pg.Client({ connectionString: url, application_name: "earshot-migrate" });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [MIGRATE_LOCK]);
    await client.query("set client_min_messages = warning");
    await client.query(CREATE_TABLE);
    const pending = withoutApplied(migrations, await readApplied(client));
    for (const migration of pending) await apply(client, migration);
    return pending.map((migration) => migration.name);
  } finally {
    await client.end();
  }
}

/** All migrations of a folder in the order in which they apply. */
export async function readMigrations(folder: string): Promise<readonly Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(path.join(folder, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    }),
  );
}

interface AppliedMigration {
  readonly migration_name: string;
  readonly checksum: string;
  readonly finished_at: Date | null;
}

async function readApplied(client: pg.Client): Promise<ReadonlyMap<string, AppliedMigration>> {
  const { rows } = await client.query<AppliedMigration>(
    `select migration_name, checksum, finished_at from "_prisma_migrations" where rolled_back_at is null`,
  );
  return new Map(rows.map((row) => [row.migration_name, row]));
}

function withoutApplied(migrations: readonly Migration[], applied: ReadonlyMap<string, AppliedMigration>): Migration[] {
  return migrations.filter((migration) => {
    const before = applied.get(migration.name);
    if (before === undefined) return true;
    if (before.finished_at === null) {
      throw new Error(
        `Migration ${migration.name} failed earlier. Mend it, then \`npm run prisma -- migrate resolve\`.`,
      );
    }
    if (before.checksum !== migration.checksum) {
      throw new Error(`Migration ${migration.name} was edited after it was applied. Restore it and add a new one.`);
    }
    return false;
  });
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  const id = randomUUID();
  await client.query(`insert into "_prisma_migrations" (id, checksum, migration_name) values ($1, $2, $3)`, [
    id,
    checksum,
    name,
  ]);
  try {
    await client.query(sql); // one simple query: one implicit transaction over all its statements
  } catch (error) {
    await client.query(`update "_prisma_migrations" set logs = $2, rolled_back_at = now() where id = $1`, [
      id,
      String(error),
    ]);
    throw new Error(`Migration ${name} could not be applied: ${String(error)}`, { cause: error });
  }
  await client.query(`update "_prisma_migrations" set finished_at = now(), applied_steps_count = 1 where id = $1`, [
    id,
  ]);
}
