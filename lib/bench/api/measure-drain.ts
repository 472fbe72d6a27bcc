import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { availableParallelism } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { call, type ApplicationClient, keepAlive, readUsage } from "@/lib/bench/api/application-client";

const BATCH = 250;
const POLL_MS = 2_000;
const TIMEOUT_MS = 60 * 60_000;

export interface DrainFigures {
  readonly seconds: number;
  readonly answersPerCoreHour: number;
}

/**
 * Queues answers with transcripts in batches and waits until every one has its result.
 *
 * @param recording the bytes that the application fetches for each of them
 * @throws Error where one failed
 */
export async function measureDrain(
  clients: readonly ApplicationClient[],
  answers: number,
  { recording, transcript }: { readonly recording: Buffer; readonly transcript: string },
): Promise<DrainFigures> {
  const server = createServer((_, response) => response.end(recording));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A listening TCP server has no other kind of address.
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/answer.mp3`;
  const agent = keepAlive(clients.length);
  try {
    const before = await countScored(agent, clients);
    const startedAt = Date.now();
    const item = { audio_url: address, role_benchmark: "customer_support", transcript };
    for (let queued = 0, turn = 0; queued < answers; queued += BATCH, turn++) {
      const client = clients[turn % clients.length];
      if (!client) throw new Error("There is no client.");
      const items = Array.from({ length: Math.min(BATCH, answers - queued) }, () => item);
      const { status, text } = await call(agent, client, {
        ...{ method: "POST", path: "/v1/soft-skills-score/batch", json: { items } },
      });
      if (status !== 202) throw new Error(`A batch was answered with ${status}: ${text.slice(0, 300)}`);
    }
    while ((await countScored(agent, clients)) - before < answers) {
      if (Date.now() - startedAt > TIMEOUT_MS) throw new Error("The queue did not drain within an hour.");
      await sleep(POLL_MS);
    }
    const seconds = (Date.now() - startedAt) / 1_000;
    return { seconds, answersPerCoreHour: (answers * 3_600) / seconds / availableParallelism() };
  } finally {
    await agent.close();
    server.closeAllConnections();
    server.close();
  }
}

/** @throws Error where a run failed */
async function countScored(agent: ReturnType<typeof keepAlive>, clients: readonly ApplicationClient[]) {
  const all = await Promise.all(clients.map((client) => readUsage(agent, client)));
  const count = (status: string) => all.reduce((sum, { by_status }) => sum + (by_status[status] ?? 0), 0);
  if (count("failed") > 0) throw new Error(`${count("failed")} answers failed.`);
  return count("success") + count("partial") + count("not_scored");
}
