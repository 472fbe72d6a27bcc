import path from "node:path";
import type { TestProject } from "vitest/node";
import { ensureTemplate, withServer } from "@/lib/db/testing/template-database";
import { startEmbeddedPostgres, type EmbeddedPostgres } from "@/scripts/bootstrap/embedded-postgres.mjs";

declare module "vitest" {
  interface ProvidedContext {
    testServerUrl: string;
    testTemplate: string;
  }
}

const ROOT = path.resolve(import.meta.dirname, "../../..");

/** Starts the tests' own PostgreSQL (or uses TEST_DATABASE_URL) and makes the template that test files copy. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const embedded = await startServer();
  const serverUrl = embedded?.url ?? process.env["TEST_DATABASE_URL"] ?? "";
  const template = await ensureTemplate(serverUrl, path.join(ROOT, "prisma/migrations"));
  project.provide("testServerUrl", serverUrl);
  project.provide("testTemplate", template);
  return async () => {
    if (embedded !== null && !(await isInUse(embedded.url))) await embedded.stop();
  };
}

async function startServer(): Promise<EmbeddedPostgres | null> {
  if (process.env["TEST_DATABASE_URL"]) return null;
  return startEmbeddedPostgres({ folder: path.join(ROOT, ".data/test-postgres"), root: ROOT, durable: false });
}

/** Another test run may have adopted the server. */
async function isInUse(url: string): Promise<boolean> {
  const others = await withServer(url, (client) =>
    client.query(`select from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`),
  );
  return others.rows.length > 0;
}
