import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { installPackages } from "./install-packages.mjs";
import { runningServer } from "./embedded-postgres.mjs";
import { bundleEntry } from "./run-typescript.mjs";
import { readSettingsOrExit } from "./settings.mjs";

/** Prints the table of lib/health/capabilities.ts for this machine; with --json, one JSON object. */
export async function runDoctor(root, args) {
  const settings = readSettingsOrExit(root);
  await installPackages(settings);
  const embedded = settings.databaseUrl === null ? runningServer(path.join(settings.dataDir, "postgres")) : null;
  const file = await bundleEntry(settings.root, "lib/health/print-capabilities.ts");
  const { status } = spawnSync(process.execPath, [file, ...args], {
    cwd: settings.root,
    stdio: "inherit",
    env: {
      ...process.env,
      DATA_DIR: settings.dataDir,
      ...(embedded === null ? {} : { DATABASE_URL: embedded.url, DATABASE_EMBEDDED: "true" }),
    },
  });
  fs.rmSync(file, { force: true });
  process.exit(status ?? 1);
}
