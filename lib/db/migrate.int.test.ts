import { mkdtemp, mkdir, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, inject, test } from "vitest";
import { migrate } from "@/lib/db/migrate";
import { databaseUrlOf, dropDatabase, withServer } from "@/lib/db/testing/template-database";
import { useTestDatabase } from "@/lib/db/testing/test-database";

const migratedUrl = useTestDatabase();
const run = promisify(execFile);

describe("the committed migrations", () => {
  test("give exactly the schema that the Prisma files describe", async () => {
    const cli = path.resolve("node_modules/prisma/build/index.js");
    const difference = await run(
      process.execPath,
      [cli, "migrate", "diff", "--from-config-datasource", "--to-schema", "prisma/schema", "--script"],
      { env: { ...process.env, DATABASE_URL: migratedUrl() } },
    );
    expect(difference.stdout.trim()).toBe("-- This is an empty migration.");
  });
});

describe("migrate", () => {
  let folder: string;
  let url: string;

  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), "earshot-migrations-"));
    const name = `earshot_test_migrate_${process.pid}`;
    url = databaseUrlOf(inject("testServerUrl"), name);
    await dropDatabase(inject("testServerUrl"), name);
    await withServer(inject("testServerUrl"), (client) => client.query(`create database ${name}`));
    await write(
      "0001_first",
      "create table a (x int); create function f() returns int language sql as $$ select 1; $$;",
    );
  });

  afterEach(async () => {
    await rm(folder, { recursive: true });
    await dropDatabase(inject("testServerUrl"), `earshot_test_migrate_${process.pid}`);
  });

  async function write(name: string, sql: string): Promise<void> {
    await mkdir(path.join(folder, name), { recursive: true });
    await writeFile(path.join(folder, name, "migration.sql"), sql);
  }

  test("applies what is new, in order, and nothing twice", async () => {
    expect(await migrate(url, folder)).toEqual(["0001_first"]);
    await write("0002_second", "create table b (x int)");
    expect(await migrate(url, folder)).toEqual(["0002_second"]);
    expect(await migrate(url, folder)).toEqual([]);
  });

  test("applies once when several processes start together", async () => {
    const applied = await Promise.all([migrate(url, folder), migrate(url, folder), migrate(url, folder)]);
    expect(applied.flat()).toEqual(["0001_first"]);
  });

  test("refuses a migration that was edited after it was applied", async () => {
    await migrate(url, folder);
    await write("0001_first", "create table other (x int)");
    await expect(migrate(url, folder)).rejects.toThrow("0001_first was edited after it was applied");
  });

  test("leaves nothing of a migration that fails, and applies it once mended", async () => {
    await migrate(url, folder);
    await write("0002_second", "create table b (x int); select 1/0");
    await expect(migrate(url, folder)).rejects.toThrow("division by zero");
    await write("0002_second", "create table b (x int)");
    expect(await migrate(url, folder)).toEqual(["0002_second"]);
  });
});
