import pg from "pg";

/** Runs one statement on an own connection. */
export async function execute(connectionString, sql) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return await client.query(sql);
  } finally {
    await client.end();
  }
}

export function databaseName(url) {
  return decodeURIComponent(new URL(url).pathname.slice(1));
}

/** CREATE and DROP DATABASE cannot run inside the database that they speak of. */
export async function createDatabase(url, name) {
  await execute(maintenanceUrl(url), `create database ${pg.escapeIdentifier(name)}`);
}

export async function dropDatabase(url, name) {
  await execute(maintenanceUrl(url), `drop database if exists ${pg.escapeIdentifier(name)} with (force)`);
}

function maintenanceUrl(url) {
  const other = new URL(url);
  other.pathname = "/postgres";
  other.search = "";
  return other.toString();
}
