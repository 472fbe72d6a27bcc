import path from "node:path";
import { startEmbeddedPostgres } from "./embedded-postgres.mjs";
import { runTypescript } from "./run-typescript.mjs";
import { step } from "./step.mjs";

/**
 * A database that is up to date and seeded: DATABASE_URL's, or the embedded one.
 * @returns {Promise<{ url: string, embedded: boolean, stop: () => Promise<void> }>}
 */
export async function prepareDatabase({ root, dataDir, logs, databaseUrl }) {
  const database = await openDatabase({ root, dataDir, databaseUrl });
  try {
    await step("Bringing the database up to date", () =>
      runTypescript("prisma/seed/main.ts", {
        root,
        logFile: path.join(logs, "database.log"),
        env: { ...process.env, DATABASE_URL: database.url, DATA_DIR: dataDir },
      }),
    );
    return database;
  } catch (error) {
    await database.stop();
    throw error;
  }
}

async function openDatabase({ root, dataDir, databaseUrl }) {
  if (databaseUrl !== null) return { url: databaseUrl, embedded: false, stop: async () => undefined };
  const server = await step("Starting the database", () =>
    startEmbeddedPostgres({ folder: path.join(dataDir, "postgres"), root }),
  );
  return { url: server.url, embedded: true, stop: server.stop };
}
