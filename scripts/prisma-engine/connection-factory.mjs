import { randomUUID } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import pg from "pg";
import { parse } from "pg-connection-string";
import { createDatabase, dropDatabase } from "./database-admin.mjs";

/** Catalogue types that the adapter refuses (char, name, cid, regclass and their arrays), read as text instead. */
const READ_AS_TEXT = new Map([
  [18, 25],
  [19, 25],
  [24, 25],
  [2205, 25],
  [1003, 1009],
]);

/**
 * The engine reads this one column as a single character and panics on text. PostgreSQL 18 is the first to return rows
 * with it: its NOT NULL constraints are listed among the others.
 */
const CHARACTER_COLUMN = "constraint_type";

/**
 * Connections for the schema engine. Four things differ from the plain adapter, all needed by real migrations:
 * catalogue types are read as text, one column as a character; a script is sent as one simple query (the adapter would cut it at every semicolon,
 * also inside functions, and lose its atomicity); the shadow database is an own one that is dropped after its pool closed.
 */
export function connectionFactory(url, shadowUrl) {
  readCatalogueTypesAsText();
  // Separate fields, never { connectionString }: the adapter would let that win over the shadow database's name.
  const settings = parse(url);
  const adapter = new PrismaPg(settings);
  return bindMigrationAwareSqlAdapterFactory({
    provider: adapter.provider,
    adapterName: adapter.adapterName,
    connect: async () => adapt(await adapter.connect()),
    connectToShadowDb: () => (shadowUrl === null ? connectToOwnShadow(url, settings) : connectTo(parse(shadowUrl))),
  });
}

async function connectTo(settings) {
  return adapt(await new PrismaPg(settings).connect());
}

async function connectToOwnShadow(url, settings) {
  const database = `earshot_shadow_${randomUUID()}`;
  await createDatabase(url, database);
  const connection = await connectTo({ ...settings, database });
  const dispose = connection.dispose.bind(connection);
  connection.dispose = async () => {
    await dispose();
    await dropDatabase(url, database);
  };
  return connection;
}

function adapt(connection) {
  const queryRaw = connection.queryRaw.bind(connection);
  connection.queryRaw = async (query) => {
    const result = await queryRaw(query);
    const at = result.columnNames.indexOf(CHARACTER_COLUMN);
    if (at >= 0) result.columnTypes[at] = ColumnTypeEnum.Character;
    return result;
  };
  connection.executeScript = async (script) => {
    try {
      await connection.client.query(script);
    } catch (error) {
      connection.onError(error);
    }
  };
  return connection;
}

function readCatalogueTypesAsText() {
  const original = pg.Query.prototype.handleRowDescription;
  pg.Query.prototype.handleRowDescription = function handleRowDescription(message) {
    for (const field of message.fields) field.dataTypeID = READ_AS_TEXT.get(field.dataTypeID) ?? field.dataTypeID;
    return original.call(this, message);
  };
}
