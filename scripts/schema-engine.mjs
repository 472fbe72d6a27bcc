#!/usr/bin/env node
/**
 * Stands in for Prisma's native `schema-engine` program, which its command line would download: the same JSON-RPC over
 * standard input and output, answered by the WebAssembly build from npm over @prisma/adapter-pg.
 * prisma.config.ts points PRISMA_SCHEMA_ENGINE_BINARY here.
 */
import fs from "node:fs";
import { createRequire } from "node:module";
import { administer } from "./prisma-engine/administer.mjs";
import { readArguments } from "./prisma-engine/arguments.mjs";
import { connectionFactory } from "./prisma-engine/connection-factory.mjs";
import { loadEngine } from "./prisma-engine/load-engine.mjs";
import { serveRequests } from "./prisma-engine/serve-requests.mjs";

const options = readArguments(process.argv.slice(2));

if (options.wantsVersion) {
  const { version } = createRequire(import.meta.url)("@prisma/schema-engine-wasm/package.json");
  process.stdout.write(`schema-engine-wasm ${version}\n`);
} else if (options.command !== null) {
  process.exitCode = await administer(options.command, options.url);
} else {
  const schema = options.datamodelFiles.map((file) => [file, fs.readFileSync(file, "utf8")]);
  const factory = connectionFactory(options.url, options.shadowUrl);
  await serveRequests({ url: options.url, createEngine: () => loadEngine(schema, factory) });
}
