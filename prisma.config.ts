import path from "node:path";
import { defineConfig } from "prisma/config";

// The command line would download a native schema engine; ours answers the same protocol from the WebAssembly build.
process.env["PRISMA_SCHEMA_ENGINE_BINARY"] ??= path.join(import.meta.dirname, "scripts/schema-engine.mjs");
process.env["CHECKPOINT_DISABLE"] ??= "1"; // no update check

export default defineConfig({
  schema: "prisma/schema",
  migrations: { path: "prisma/migrations" },
  // `prisma generate` needs no database; the commands that do are run by scripts/prisma.mjs, which starts one.
  datasource: { url: process.env["DATABASE_URL"] ?? "postgresql://earshot@127.0.0.1:5432/earshot" },
});
