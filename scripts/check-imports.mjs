#!/usr/bin/env node
/**
 * The import rules of .dependency-cruiser.cjs. Fails too when hardly any module was read: a checker that cannot parse
 * this TypeScript would otherwise find nothing wrong with anything.
 */
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";

const ROOT = path.resolve(import.meta.dirname, "..");
const MIN_MODULES = 50;
const folders = ["app", "components", "lib", "scoring"].filter((folder) => fs.existsSync(path.join(ROOT, folder)));

const cruiser = path.join(ROOT, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
const { stdout, stderr, status } = spawnSync(
  process.execPath,
  [cruiser, "--config", ".dependency-cruiser.cjs", ...folders],
  {
    cwd: ROOT,
    encoding: "utf8",
  },
);
process.stdout.write(stdout);
process.stderr.write(stderr);
const modules = Number(/(\d+) modules/.exec(stdout)?.[1] ?? 0);
if (modules < MIN_MODULES) {
  console.error(`Only ${modules} modules were read: the import checker does not understand this TypeScript.`);
  process.exit(1);
}
process.exit(status ?? 1);
