import { expect, test } from "vitest";
import { useTestDatabase } from "@/lib/db/testing/test-database";
import { countRequest, openRequestCounter } from "@/lib/rate-limit/count-request";
import { rateLimitHeaders } from "@/lib/rate-limit/rate-limit-headers";
import { DEFAULT_LIMIT, limitOfClient, READ_ONE_LIMIT } from "@/lib/rate-limit/rate-limits";

useTestDatabase();

test("two web processes with 700 requests at once let exactly 500 through", async () => {
  const counters = [openRequestCounter(), openRequestCounter()];
  const states = await Promise.all(
    counters.flatMap((counter) => Array.from({ length: 350 }, () => counter.count("org_a", DEFAULT_LIMIT))),
  );
  expect(states.filter(({ allowed }) => allowed)).toHaveLength(500);
  await Promise.all(counters.map((counter) => counter.close()));
});

test("one client's requests are not counted against another, and a window ends", async () => {
  const limit = { name: "short", requests: 2, windowSeconds: 1 };
  const ask = async (client: string) => (await countRequest(client, limit)).allowed;
  expect([await ask("org_b"), await ask("org_b"), await ask("org_b"), await ask("org_c")]).toEqual([
    ...[true, true, false, true],
  ]);
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  expect(await ask("org_b")).toBe(true);
});

test("the headers say what is allowed, what is left and when it begins again", async () => {
  const state = await countRequest("org_d", { name: "two", requests: 2, windowSeconds: 60 });
  const { RateLimit, ...rest } = rateLimitHeaders(state);
  expect(rest).toEqual({ "RateLimit-Policy": '"two";q=2;w=60' });
  expect(RateLimit).toMatch(/^"two";r=1;t=(60|59)$/);
  const refused = rateLimitHeaders({ ...state, allowed: false, remaining: 0, resetSeconds: 12 });
  expect(refused).toMatchObject({ RateLimit: '"two";r=0;t=12', "Retry-After": "12" });
});

test("a client's own number takes the place of the default one, in the same count, and of no other limit", async () => {
  const ask = async (limit = limitOfClient(DEFAULT_LIMIT, 3)) => (await countRequest("org_e", limit)).allowed;
  expect([await ask(), await ask(), await ask(), await ask()]).toEqual([true, true, true, false]);
  expect(await ask(limitOfClient(DEFAULT_LIMIT, null))).toBe(true);
  expect(limitOfClient(READ_ONE_LIMIT, 3)).toBe(READ_ONE_LIMIT);
});
