import { applyLoad } from "@/lib/bench/api/apply-load";
import { call, type ApplicationClient, keepAlive } from "@/lib/bench/api/application-client";

const REQUESTS = 900;
const AT_ONCE = 16;

/**
 * How many of 900 requests within a minute are let through when they go to two web processes by turns.
 *
 * @throws Error where they took longer than the minute that the limit counts in
 */
export async function measureRateLimit(client: ApplicationClient, secondUrl: string): Promise<number> {
  const agent = keepAlive(AT_ONCE);
  const doors = [client, { ...client, url: secondUrl }];
  const { statuses, seconds } = await applyLoad(REQUESTS, AT_ONCE, async (index) => {
    const door = doors[index % doors.length] ?? client;
    return (await call(agent, door, { path: "/v1/soft-skills-score?limit=1" })).status;
  });
  await agent.close();
  if (seconds > 55) throw new Error(`${REQUESTS} requests took ${seconds.toFixed(0)} s: longer than the limit counts.`);
  if ((statuses.get(200) ?? 0) + (statuses.get(429) ?? 0) !== REQUESTS) throw new Error("Something else was answered.");
  return statuses.get(200) ?? 0;
}
