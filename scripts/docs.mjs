#!/usr/bin/env node
// npm run docs [-- --check]: writes docs/features.md, docs/model-card.md (lib/reference-pages), docs/openapi.json and
// public/llms.txt (lib/openapi), and the client's types (make-sdk-types.mjs); with --check says which pages are stale,
// docs/evaluation.md and docs/performance.md included, and exits with 1 when one is.
import { spawnSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import path from "node:path";
import { bundle, programFile } from "./bundle.mjs";

const ROOT = path.resolve(import.meta.dirname, "..");
const known = ["--check"];
const unknown = process.argv.slice(2).filter((argument) => !known.includes(argument));
if (unknown.length > 0) {
  console.error(`There is no ${unknown.join(", ")}: npm run docs [-- --check].`);
  process.exit(2);
}
// A route serves this file, and the file is made of the routes: where it is gone, they start from an empty one.
const OPENAPI = path.join(ROOT, "docs/openapi.json");
if (!existsSync(OPENAPI)) writeFileSync(OPENAPI, "{}\n");
try {
  await bundle(["docs"]);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
const { status } = spawnSync(process.execPath, [programFile("docs"), ...process.argv.slice(2)], {
  cwd: ROOT,
  stdio: "inherit",
});
if (status !== 0) process.exit(status ?? 1);
// The client's types are made of the document that was just written or found fresh.
const types = spawnSync(process.execPath, [path.join(ROOT, "scripts/make-sdk-types.mjs"), ...process.argv.slice(2)], {
  cwd: ROOT,
  stdio: "inherit",
});
process.exit(types.status ?? 1);
