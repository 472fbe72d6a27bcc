import { createDatabase, databaseName, dropDatabase, execute } from "./database-admin.mjs";

/** PostgreSQL and Node error codes as the CLI knows them. */
const PRISMA_CODES = { "3D000": "P1003", "28P01": "P1000", ECONNREFUSED: "P1001" };

const COMMANDS = {
  "can-connect-to-database": (url) => execute(url, "select 1"),
  "create-database": (url) => createDatabase(url, databaseName(url)),
  "drop-database": (url) => dropDatabase(url, databaseName(url)),
};

/** The `cli` sub-commands. Returns the exit code; the error goes to standard error as the CLI reads it. */
export async function administer(command, url) {
  try {
    const run = COMMANDS[command];
    if (run === undefined) throw new Error(`unknown command ${command}`);
    await run(url);
    return 0;
  } catch (error) {
    const fields = { message: error.message || String(error.code), error_code: PRISMA_CODES[error.code] ?? "P1001" };
    process.stderr.write(`\n${JSON.stringify({ level: "ERROR", target: "schema_engine::logger", fields })}\n`);
    return 1;
  }
}
