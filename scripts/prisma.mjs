#!/usr/bin/env node
/**
 * Prisma's command line against the development database: `npm run prisma -- migrate dev --name add-x`.
 * Uses DATABASE_URL, or starts the embedded PostgreSQL of DATA_DIR for as long as the command runs.
 */
import { spawnSync } from "node:child_process";
import path from "node:path";
import { startEmbeddedPostgres } from "./bootstrap/embedded-postgres.mjs";

const root = path.resolve(import.meta.dirname, "..");
const args = process.argv.slice(2);
const needsDatabase = !["generate", "validate", "format", "version"].includes(args[0] ?? "");

const folder = path.join(path.resolve(root, process.env.DATA_DIR ?? ".data"), "postgres");
const embedded = needsDatabase && !process.env.DATABASE_URL ? await startEmbeddedPostgres({ folder, root }) : null;
const env = { ...process.env, ...(embedded === null ? {} : { DATABASE_URL: embedded.url }) };
const cli = path.join(root, "node_modules/prisma/build/index.js");
const { status } = spawnSync(process.execPath, [cli, ...args], { cwd: root, env, stdio: "inherit" });
if (embedded !== null && !embedded.adopted) await embedded.stop();
process.exit(status ?? 1);
