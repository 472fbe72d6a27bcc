import { mkdtemp, rm, stat } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { verify } from "@node-rs/argon2";
import { afterAll, beforeAll, expect, test } from "vitest";
import { useTestDatabase } from "@/lib/db/testing/test-database";
import { createTestOrganization } from "@/lib/db/testing/tenant-rows";
import { withOrganization } from "@/lib/db/with-organization";
import { withSystem } from "@/lib/db/with-system";
import { seed } from "./seed";

useTestDatabase();
let dataDir: string;

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(os.tmpdir(), "earshot-seed-"));
});
afterAll(() => rm(dataDir, { recursive: true }));

function contents() {
  return withSystem(async (transaction) => ({
    organizations: await transaction.organization.count(),
    users: await transaction.user.findMany(),
    keys: await transaction.apiKey.findMany(),
    roles: await transaction.roleBenchmark.count(),
  }));
}

test("seeding twice gives the same login, the same key and one of everything", async () => {
  const first = await seed(dataDir);
  const before = await contents();
  expect(await seed(dataDir)).toEqual(first);
  expect(await contents()).toEqual(before);
  expect(before).toMatchObject({ organizations: 1, roles: 7 });
  expect(await verify(before.users[0]?.passwordHash ?? "", first.password)).toBe(true);
  expect(JSON.stringify(before.keys)).not.toContain(first.apiKey);
});

test("the credentials file is readable by its owner alone", async () => {
  await seed(dataDir);
  const { mode } = await stat(path.join(dataDir, "credentials.json"));
  expect(mode & 0o077).toBe(0);
});

test("every organization can read the built-in roles", async () => {
  await seed(dataDir);
  const scope = await createTestOrganization();
  const keys = await withOrganization(scope, (transaction) =>
    transaction.roleBenchmark.findMany({ select: { key: true } }),
  );
  expect(keys.map((role) => role.key)).toContain("customer_support");
});
