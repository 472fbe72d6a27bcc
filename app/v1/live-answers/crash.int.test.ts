import type { ChildProcess } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { POST as complete } from "@/app/v1/live-answers/[id]/complete/route";
import { PATCH } from "@/app/v1/live-answers/[id]/route";
import { POST as begin } from "@/app/v1/live-answers/route";
import { GET as getResult } from "@/app/v1/soft-skills-score/[id]/route";
import { CUSTOMER_PROMPT, readFixture } from "@/lib/answers/testing/score-form";
import { createTestKey } from "@/lib/auth/testing/create-test-key";
import { changeEnvironmentForTests } from "@/lib/config/environment";
import type { OrganizationScope } from "@/lib/db/scope";
import { createTestOrganization } from "@/lib/db/testing/tenant-rows";
import { useTestDatabase } from "@/lib/db/testing/test-database";
import { withOrganization } from "@/lib/db/with-organization";
import { callRoute, jsonOf } from "@/lib/http/testing/call-route";
import { closeSender } from "@/lib/jobs/enqueue";
import { HAND_OVER_SECONDS } from "@/lib/live-answers/constants";
import { buildWorker, killWorkerProcess, startWorkerProcess } from "@/lib/worker/testing/worker-process";

const databaseUrl = useTestDatabase();
const PATH = "/v1/live-answers";
/** The lease, a look every second, the work itself, on a busy machine. */
const TAKEN_UP_MS = 40_000;

let scope: OrganizationScope;
let key: string;
let dataDir: string;
let workers: ChildProcess[] = [];
/** What all workers said, line by line. */
let said: string;

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(os.tmpdir(), "earshot-live-crash-"));
  changeEnvironmentForTests({ DATA_DIR: dataDir });
  buildWorker();
});
beforeEach(async () => {
  scope = await createTestOrganization("Ten credits", 10);
  key = await createTestKey(scope);
  said = "";
});
afterAll(async () => {
  await Promise.all(workers.map(killWorkerProcess));
  await closeSender();
  await rm(dataDir, { recursive: true, force: true });
});

async function startWorker(): Promise<ChildProcess> {
  const worker = await startWorkerProcess({ DATABASE_URL: databaseUrl(), DATA_DIR: dataDir, CONCURRENCY: "2" });
  worker.stdout?.on("data", (chunk: Buffer) => (said += chunk.toString("utf8")));
  workers = [...workers, worker];
  return worker;
}

const call = (handler: typeof begin, id: string, method: string, rest: object) =>
  callRoute(handler, `${PATH}/${id}`, { method, key, params: { id }, ...rest });
const JSON_BODY = { "content-type": "application/json" };
async function begun(): Promise<string> {
  const body = JSON.stringify({ role_benchmark: "customer_support", prompt: CUSTOMER_PROMPT, prompt_type: "past" });
  return (await jsonOf(await call(begin, "", "POST", { headers: JSON_BODY, body }))).id;
}
async function send(id: string, offset: number, bytes: Buffer): Promise<void> {
  const headers = { "content-type": "application/offset+octet-stream", "upload-offset": String(offset) };
  expect((await call(PATCH, id, "PATCH", { headers, body: new Uint8Array(bytes) })).status).toBe(204);
}
async function end(id: string, transcript: string): Promise<string> {
  const headers = { ...JSON_BODY, prefer: "respond-async" };
  const response = await call(complete, id, "POST", { headers, body: JSON.stringify({ transcript }) });
  expect(response.status).toBe(202);
  return (await jsonOf(response)).id;
}
const statusOf = async (id: string): Promise<string> =>
  (await jsonOf(await callRoute(getResult, `/v1/soft-skills-score/${id}`, { key, params: { id } }))).status;
const ownerOf = async (id: string) =>
  (await withOrganization(scope, ({ liveAnswer }) => liveAnswer.findUniqueOrThrow({ where: { id } }))).leaseOwner;
const entries = async () =>
  (await withOrganization(scope, ({ creditEntry }) => creditEntry.findMany({ orderBy: { id: "asc" } })))
    .map(({ kind }) => kind)
    .filter((kind) => kind === "reserve" || kind === "settle");

test(
  "a worker that is killed while it follows a call is followed by another one, which decodes all of it while the rest arrives",
  { timeout: 3 * TAKEN_UP_MS },
  async () => {
    const [bytes, transcript] = [await readFixture("average.opus"), await readFixture("average.words.json")];
    const first = await startWorker();
    const id = await begun();
    await send(id, 0, bytes.subarray(0, 200_000));
    await expect.poll(() => ownerOf(id), { timeout: TAKEN_UP_MS }).not.toBeNull();
    const owner = await ownerOf(id);
    await killWorkerProcess(first);
    await send(id, 200_000, bytes.subarray(200_000, 300_000));
    const second = await startWorker();
    await expect.poll(() => ownerOf(id), { timeout: TAKEN_UP_MS }).not.toBe(owner);
    await send(id, 300_000, bytes.subarray(300_000));
    const assessment = await end(id, transcript.toString("utf8"));
    await expect.poll(() => statusOf(assessment), { timeout: TAKEN_UP_MS }).toBe("success");
    await expect.poll(() => said).toContain('"decoded_while_arriving":true');
    expect(await entries()).toEqual(["reserve", "settle"]);
    await killWorkerProcess(second);
  },
);

test(
  "a worker that is killed when the call is completed loses nothing and doubles nothing: another one scores the chunks",
  { timeout: 3 * TAKEN_UP_MS + HAND_OVER_SECONDS * 1_000 },
  async () => {
    const [bytes, transcript] = [await readFixture("average.opus"), await readFixture("average.words.json")];
    const first = await startWorker();
    const id = await begun();
    await send(id, 0, bytes);
    await expect.poll(() => ownerOf(id), { timeout: TAKEN_UP_MS }).not.toBeNull();
    first.kill("SIGSTOP"); // it holds the lease, and does nothing any more
    const assessment = await end(id, transcript.toString("utf8"));
    await killWorkerProcess(first);
    expect(await statusOf(assessment)).toBe("queued");
    await startWorker();
    await expect.poll(() => statusOf(assessment), { timeout: TAKEN_UP_MS + HAND_OVER_SECONDS * 1_000 }).toBe("success");
    expect(await entries()).toEqual(["reserve", "settle"]);
  },
);
