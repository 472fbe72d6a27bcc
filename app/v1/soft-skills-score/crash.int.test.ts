import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import type { ChildProcess } from "node:child_process";
import { afterAll, beforeAll, expect, test } from "vitest";
import { GET as getOne } from "@/app/v1/soft-skills-score/[id]/route";
import { POST } from "@/app/v1/soft-skills-score/route";
import { CUSTOMER_PROMPT, fixtureFile, readFixture, scoreForm } from "@/lib/answers/testing/score-form";
import { createTestKey } from "@/lib/auth/testing/create-test-key";
import { changeEnvironmentForTests } from "@/lib/config/environment";
import type { OrganizationScope } from "@/lib/db/scope";
import { createTestOrganization } from "@/lib/db/testing/tenant-rows";
import { useTestDatabase } from "@/lib/db/testing/test-database";
import { withOrganization } from "@/lib/db/with-organization";
import { callRoute, jsonOf } from "@/lib/http/testing/call-route";
import { closeSender } from "@/lib/jobs/enqueue";
import { buildWorker, killWorkerProcess, startWorkerProcess } from "@/lib/worker/testing/worker-process";

const databaseUrl = useTestDatabase();
const PATH = "/v1/soft-skills-score";
/** The heartbeat's 10 s, the look after it every 5 s, and the scoring itself, on a busy machine. */
const TAKEN_UP_MS = 60_000;

let scope: OrganizationScope;
let key: string;
let dataDir: string;
let workers: ChildProcess[] = [];

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(os.tmpdir(), "earshot-crash-"));
  changeEnvironmentForTests({ DATA_DIR: dataDir });
  buildWorker();
  scope = await createTestOrganization("Ten credits", 10);
  key = await createTestKey(scope);
});

afterAll(async () => {
  await Promise.all(workers.map(killWorkerProcess));
  await closeSender();
  await rm(dataDir, { recursive: true, force: true });
});

async function startWorker(): Promise<ChildProcess> {
  const worker = await startWorkerProcess({ DATABASE_URL: databaseUrl(), DATA_DIR: dataDir, CONCURRENCY: "2" });
  workers = [...workers, worker];
  return worker;
}

async function submit(): Promise<string> {
  const transcript = (await readFixture("average.words.json")).toString("utf8");
  const audio = await fixtureFile("average.opus");
  const body = await scoreForm({ audio, transcript, prompt: CUSTOMER_PROMPT, prompt_type: "past" });
  const headers = { prefer: "respond-async" };
  const response = await callRoute(POST, PATH, { method: "POST", key, body, headers });
  expect(response.status).toBe(202);
  return (await jsonOf(response)).id;
}

const statusOf = async (id: string): Promise<string> =>
  (await jsonOf(await callRoute(getOne, `${PATH}/${id}`, { key, params: { id } }))).status;

test(
  "a worker that is killed in mid-run loses nothing and doubles nothing: another one ends its runs, each is charged once",
  { timeout: 3 * TAKEN_UP_MS },
  async () => {
    const ids = [await submit(), await submit(), await submit()];
    const first = await startWorker();
    await expect
      .poll(async () => Promise.all(ids.map(statusOf)), { timeout: TAKEN_UP_MS, interval: 20 })
      .toContain("processing");
    await killWorkerProcess(first);
    const left = await Promise.all(ids.map(statusOf));
    expect(left).toContain("processing");

    await startWorker();
    await expect
      .poll(async () => Promise.all(ids.map(statusOf)), { timeout: 2 * TAKEN_UP_MS, interval: 250 })
      .toEqual(["success", "success", "success"]);

    const { runs, entries, account } = await withOrganization(scope, async (transaction) => ({
      runs: await transaction.scoringRun.findMany(),
      entries: await transaction.creditEntry.groupBy({ by: ["kind"], _count: { _all: true } }),
      account: await transaction.creditAccount.findFirstOrThrow(),
    }));
    expect(runs.map(({ state }) => state)).toEqual(["finished", "finished", "finished"]);
    expect(Math.max(...runs.map(({ attempts }) => attempts))).toBe(2);
    const counts = Object.fromEntries(entries.map(({ kind, _count }) => [kind, _count._all]));
    expect(counts).toEqual({ top_up: 1, reserve: 3, settle: 3 });
    expect(account).toMatchObject({ balance: 1_000 - 3 * 100, reserved: 0 });
  },
);
