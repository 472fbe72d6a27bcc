import { createServer, type Server } from "node:net";
import type { AddressInfo } from "node:net";
import { afterEach, beforeAll, expect, test } from "vitest";
import { GET as scrape } from "@/app/metrics/route";
import { GET as ready } from "@/app/readyz/route";
import { GET as getOne } from "@/app/v1/soft-skills-score/[id]/route";
import { POST as score } from "@/app/v1/soft-skills-score/route";
import { oneLineForm } from "@/lib/answers/testing/score-form";
import { createTestKey } from "@/lib/auth/testing/create-test-key";
import { changeEnvironmentForTests } from "@/lib/config/environment";
import { closeDatabase } from "@/lib/db/client";
import { createTestOrganization } from "@/lib/db/testing/tenant-rows";
import { useTestDatabase } from "@/lib/db/testing/test-database";
import { callRoute, jsonOf } from "@/lib/http/testing/call-route";
import { proveLedger } from "@/lib/jobs/prove-ledger";
import { serveMetrics } from "@/lib/worker/serve-metrics";
import { useWorker } from "@/lib/worker/testing/use-worker";

const TOKEN = "a token for tests, 24 characters";

const databaseUrl = useTestDatabase();
useWorker();
beforeAll(() => changeEnvironmentForTests({ METRICS_TOKEN: TOKEN }));
afterEach(() => changeEnvironmentForTests({ METRICS_TOKEN: TOKEN, METRICS_PORT: undefined }));

const ask = (authorization?: string) =>
  scrape(new Request("http://earshot.test/metrics", { headers: authorization ? { authorization } : {} }));

/** "earshot_runs{state="dead"} 0" -> 0; null where there is no such line. */
function valueOf(text: string, series: string): number | null {
  const line = text.split("\n").find((each) => each.startsWith(`${series} `));
  return line === undefined ? null : Number(line.slice(series.length));
}

test("a request and its run are counted by the address as declared, with stages and real-time factor", async () => {
  const key = await createTestKey(await createTestOrganization());
  const before = await (await ask(`Bearer ${TOKEN}`)).text();
  const made = await callRoute(score, "/v1/soft-skills-score", { method: "POST", key, body: await oneLineForm() });
  const { id } = await jsonOf(made);
  await callRoute(getOne, `/v1/soft-skills-score/${id}`, { key, params: { id } });
  const response = await ask(`Bearer ${TOKEN}`);
  expect(response.headers.get("content-type")).toMatch(/^text\/plain.*version=0\.0\.4/);
  const text = await response.text();
  const grown = (series: string) => (valueOf(text, series) ?? 0) - (valueOf(before, series) ?? 0);
  expect(grown('earshot_http_requests_total{route="/v1/soft-skills-score",method="POST",status="200"}')).toBe(1);
  expect(grown('earshot_http_requests_total{route="/v1/soft-skills-score/{id}",method="GET",status="200"}')).toBe(1);
  expect(grown('earshot_jobs_total{job="answer.score",outcome="ok"}')).toBe(1);
  for (const stage of ["queued", "decode", "acoustics", "words", "score"]) {
    expect(grown(`earshot_run_stage_seconds_count{stage="${stage}"}`), stage).toBe(1);
  }
  expect(grown("earshot_run_real_time_factor_count")).toBe(1);
  expect(text).not.toContain(id);
});

test("the queue, the webhooks and the last proof of the ledger are told as they are", async () => {
  await proveLedger();
  const text = await (await ask(`Bearer ${TOKEN}`)).text();
  for (const state of ["waiting", "dispatched", "dead"])
    expect(valueOf(text, `earshot_runs{state="${state}"}`)).toBe(0);
  for (const state of ["open", "followed"]) expect(valueOf(text, `earshot_live_answers{state="${state}"}`)).toBe(0);
  for (const series of ["earshot_queue_oldest_seconds", "earshot_webhook_deliveries_pending"]) {
    expect(valueOf(text, series)).toBe(0);
  }
  expect(valueOf(text, "earshot_webhook_lag_seconds")).toBe(0);
  expect(valueOf(text, "earshot_credit_mismatches")).toBe(0);
  expect(Date.now() / 1_000 - (valueOf(text, "earshot_credit_proof_timestamp_seconds") ?? 0)).toBeLessThan(60);
  expect(valueOf(text, "earshot_scrape_failures")).toBe(0);
});

test("without the token there is nothing to see, and without a token set there is nothing there", async () => {
  expect((await ask()).status).toBe(401);
  expect((await ask("Bearer something else")).status).toBe(401);
  changeEnvironmentForTests({ METRICS_TOKEN: undefined });
  expect((await ask(`Bearer ${TOKEN}`)).status).toBe(404);
});

test("a worker serves its own on a port of its own, under the same token", async () => {
  expect(await serveMetrics()).toBeNull();
  const port = await freePort();
  changeEnvironmentForTests({ METRICS_PORT: String(port) });
  const server = await serveMetrics();
  const at = (path: string, headers: Record<string, string> = {}) =>
    fetch(`http://127.0.0.1:${port}${path}`, { headers });
  const answer = await at("/metrics", { authorization: `Bearer ${TOKEN}` });
  expect(await answer.text()).toContain("earshot_runs");
  expect((await at("/metrics")).status).toBe(401);
  expect((await at("/")).status).toBe(404);
  server?.closeAllConnections();
  server?.close();
});

test("ready says yes, and within three seconds no when the database takes connections and says nothing", async () => {
  expect(await (await ready()).json()).toEqual({ status: "ready" });
  const silent = createServer(() => undefined);
  await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
  await closeDatabase();
  changeEnvironmentForTests({ DATABASE_URL: `postgres://nobody@127.0.0.1:${portOf(silent)}/none` });
  const startedAt = Date.now();
  const refused = await ready();
  expect(Date.now() - startedAt).toBeLessThan(3_000);
  expect(refused.status).toBe(503);
  const { detail } = await refused.json();
  expect(detail).toContain("the database does not answer");
  expect(detail).toContain("the queue is not there");
  expect(detail).not.toMatch(/127\.0\.0\.1|postgres:/);
  const scrapedAt = Date.now();
  const text = await (await ask(`Bearer ${TOKEN}`)).text();
  expect(Date.now() - scrapedAt).toBeLessThan(5_000);
  expect(valueOf(text, "earshot_scrape_failures")).toBe(3);
  expect(valueOf(text, 'earshot_runs{state="dead"}')).toBeNull();
  silent.close();
  await closeDatabase();
  changeEnvironmentForTests({ DATABASE_URL: databaseUrl() });
}, 30_000);

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const port = portOf(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** A listening TCP server has no other kind of address. */
function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}
