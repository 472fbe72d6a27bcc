// npm run admin -- COMMAND [...]: organizations, keys, credits, limits and dead jobs (lib/cli/run-admin.ts), on the
// database that DATABASE_URL names or the one that `npm run up` runs.
import path from "node:path";
import { ROOT, runCommand } from "./run-command.mjs";

const { readSettingsOrExit } = await import("./bootstrap/settings.mjs");
const { installPackages } = await import("./bootstrap/install-packages.mjs");
const { generateDatabaseClient } = await import("./bootstrap/build-application.mjs");

const settings = readSettingsOrExit(ROOT);
await installPackages(settings);
await generateDatabaseClient(settings);
if (settings.databaseUrl === null && !process.argv.includes("--help") && process.argv.length > 2) {
  // Only now: it needs a package that was perhaps just installed.
  const { runningServer } = await import("./bootstrap/embedded-postgres.mjs");
  const running = runningServer(path.join(settings.dataDir, "postgres"));
  if (running === null) {
    console.error('No database: set DATABASE_URL, or start one with "npm run up".');
    process.exit(2);
  }
  process.env.DATABASE_URL = running.url;
}
process.env.DATA_DIR = settings.dataDir;
// Log lines would stand among the results on standard output.
process.env.LOG_LEVEL = "silent";
await runCommand("admin", process.argv.slice(2));
