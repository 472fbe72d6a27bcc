import { applyLoad, expectOnly, percentile } from "@/lib/bench/api/apply-load";
import { call, type ApplicationClient, keepAlive, readUsage, scoreOnce } from "@/lib/bench/api/application-client";

/** Under the limit of 500 a minute for each client, with room for what else it asks. */
const REQUESTS_A_CLIENT = 450;
/** Enough to keep two cores busy; more would only wait in line, and the line is not what is measured. */
const AT_ONCE = 16;
/** Compiles what is measured. */
const WARM_UPS = 200;

export interface AcceptFigures {
  readonly requestsPerSecond: number;
  readonly p99Ms: number;
}

/**
 * How many scoring requests the server takes: JSON by `answer_id`, `respond-async`, over twenty clients.
 *
 * @throws Error where one was refused or lost
 */
export async function measureAccept(
  clients: readonly ApplicationClient[],
  fixture: () => FormData,
): Promise<AcceptFigures> {
  const agent = keepAlive(AT_ONCE);
  const answers = await Promise.all(clients.map((client) => scoreOnce(client, fixture())));
  const send = async (index: number): Promise<number> => {
    const client = clients[index % clients.length];
    if (!client) throw new Error("There is no client.");
    const json = { answer_id: answers[index % clients.length], role_benchmark: "retail", external_id: `load-${index}` };
    const headers = { prefer: "respond-async" };
    return (await call(agent, client, { method: "POST", path: "/v1/soft-skills-score", json, headers })).status;
  };
  await applyLoad(WARM_UPS, AT_ONCE, send);
  const requests = REQUESTS_A_CLIENT * clients.length;
  const outcome = await applyLoad(requests - WARM_UPS, AT_ONCE, send);
  expectOnly(202, outcome);
  const usage = await Promise.all(clients.map((client) => readUsage(agent, client)));
  const kept = usage.reduce((sum, { calls }) => sum + calls, 0) - clients.length;
  if (kept !== requests) throw new Error(`${requests} were taken and ${kept} are there.`);
  await agent.close();
  return {
    requestsPerSecond: outcome.durationsMs.length / outcome.seconds,
    p99Ms: percentile(outcome.durationsMs, 0.99),
  };
}
