import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, inject } from "vitest";
import { changeEnvironmentForTests } from "@/lib/config/environment";
import { closeDatabase } from "@/lib/db/client";
import { closeRateLimits } from "@/lib/rate-limit/count-request";
import { databaseUrlOf, dropDatabase, withServer } from "@/lib/db/testing/template-database";

/**
 * Gives the calling test file (or describe block) an own, migrated, empty database: DATABASE_URL points to it, so
 * withOrganization, the queue and everything else use it. Dropped at the end.
 * @returns a function that gives the database's address, once the tests run
 */
export function useTestDatabase(): () => string {
  const name = `earshot_test_${randomBytes(6).toString("hex")}`;
  const url = (): string => databaseUrlOf(inject("testServerUrl"), name);

  beforeAll(async () => {
    const template = inject("testTemplate");
    await withServer(inject("testServerUrl"), (client) => client.query(`create database ${name} template ${template}`));
    changeEnvironmentForTests({ DATABASE_URL: url() });
  });

  afterAll(async () => {
    await closeDatabase();
    await closeRateLimits();
    await dropDatabase(inject("testServerUrl"), name);
  });

  return url;
}
