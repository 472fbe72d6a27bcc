import { setTimeout as sleep } from "node:timers/promises";
import { call, type ApplicationClient, keepAlive } from "@/lib/bench/api/application-client";
import { watchMemory } from "@/lib/bench/api/resident-memory";
import { percentile } from "@/lib/bench/api/apply-load";

const MINUTES = 10;
const REQUESTS_A_SECOND = 50;
const SAMPLE_MS = 2_000;
/** Until the server has compiled what it runs and filled its pools. */
const SETTLED_SECONDS = 120;
const WINDOW_SECONDS = 60;

/**
 * By how many per cent the web process's memory moves over ten minutes of even load: medians of the minute after it has
 * settled and of the last one.
 */
export async function measureMemory(
  clients: readonly ApplicationClient[],
  answers: readonly string[],
  webPid: number,
): Promise<{ readonly changePercent: number; readonly mebibytes: number }> {
  const agent = keepAlive(16);
  const samples = await watchMemory(webPid, SAMPLE_MS, async () => {
    const pending = new Set<Promise<unknown>>();
    const requests = MINUTES * 60 * REQUESTS_A_SECOND;
    const startedAt = Date.now();
    for (let index = 0; index < requests; index++) {
      const dueAt = startedAt + (index * 1_000) / REQUESTS_A_SECOND;
      if (dueAt > Date.now()) await sleep(dueAt - Date.now());
      const one = send(agent, clients, answers, index).finally(() => pending.delete(one));
      pending.add(one);
    }
    await Promise.all(pending);
  });
  await agent.close();
  const end = MINUTES * 60;
  const median = (from: number) =>
    percentile(
      samples.filter(({ second }) => second >= from && second < from + WINDOW_SECONDS).map((one) => one.mebibytes),
      0.5,
    );
  const [first, last] = [median(SETTLED_SECONDS), median(end - WINDOW_SECONDS)];
  return { changePercent: (100 * (last - first)) / first, mebibytes: last };
}

/** What integrators send: results read, lists read, answers scored for another role. */
async function send(
  agent: ReturnType<typeof keepAlive>,
  clients: readonly ApplicationClient[],
  answers: readonly string[],
  index: number,
): Promise<void> {
  const client = clients[index % clients.length];
  if (!client) throw new Error("There is no client.");
  const path = "/v1/soft-skills-score";
  const rescore = { answer_id: answers[index % clients.length], role_benchmark: "retail" };
  const { status } =
    index % 3 === 0
      ? await call(agent, client, { method: "POST", path, json: rescore })
      : await call(agent, client, { path: `${path}?limit=${index % 3 === 1 ? 1 : 25}` });
  if (status !== 200) throw new Error(`Under even load a request was answered with ${status}.`);
}
