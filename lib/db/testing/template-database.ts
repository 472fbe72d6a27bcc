import { createHash } from "node:crypto";
import pg from "pg";
import { migrate, readMigrations } from "@/lib/db/migrate";

/** Serialises template making between test runs that share a server. */
const TEMPLATE_LOCK = 7_270_001;

/**
 * A migrated, empty database to copy from: copying takes 50 ms, migrating would take a second for every test file.
 * Named after its migrations, so an edited migration makes a new one.
 */
export async function ensureTemplate(serverUrl: string, migrationsFolder: string): Promise<string> {
  const migrations = await readMigrations(migrationsFolder);
  const hash = createHash("sha256").update(migrations.map((migration) => migration.checksum).join());
  const template = `earshot_template_${hash.digest("hex").slice(0, 12)}`;
  await withServer(serverUrl, async (client) => {
    await client.query("select pg_advisory_lock($1)", [TEMPLATE_LOCK]);
    const found = await client.query("select datistemplate from pg_database where datname = $1", [template]);
    if (found.rows[0]?.datistemplate === true) return;
    await client.query(`drop database if exists ${template}`); // left half-made by a killed run
    await client.query(`create database ${template}`);
    await migrate(databaseUrlOf(serverUrl, template), migrationsFolder);
    await client.query(`alter database ${template} is_template true`);
  });
  return template;
}

/** The same server, another database. */
export function databaseUrlOf(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.toString();
}

/**
 * Drops a test's database, with whoever is still connected to it. An autovacuum worker that happens to look at it may
 * not be ended by us ("permission denied to terminate process"), so the test's own connections are ended by name and
 * the server waits for the vacuum, as it does for a plain drop.
 */
export async function dropDatabase(serverUrl: string, database: string): Promise<void> {
  await withServer(serverUrl, async (client) => {
    await client.query(
      `select pg_terminate_backend(pid, 5000) from pg_stat_activity
       where datname = $1 and backend_type = 'client backend' and pid <> pg_backend_pid()`,
      [database],
    );
    await client.query(`drop database if exists ${database}`);
  });
}

/** Runs `work` on one connection and closes it. */
export async function withServer<T>(serverUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: serverUrl, application_name: "earshot-tests" });
  client.on("error", () => undefined); // a database dropped under us says so here
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
