import { expect, test } from "vitest";
import { GET } from "@/app/v1/credits/route";
import { OPERATOR } from "@/lib/auth/operator";
import { createTestKey } from "@/lib/auth/testing/create-test-key";
import { createTestOrganization } from "@/lib/db/testing/tenant-rows";
import { useTestDatabase } from "@/lib/db/testing/test-database";
import { callRoute, jsonOf } from "@/lib/http/testing/call-route";
import { setClientLimits } from "@/lib/organizations/mutations";

useTestDatabase();

test("a client with two requests a minute of its own is refused the third, with any of its keys, and told when to ask again", async () => {
  const scope = await createTestOrganization();
  await setClientLimits(scope, OPERATOR, { requestsPerMinute: 2 });
  const keys = [await createTestKey(scope), await createTestKey(scope)];
  const ask = (key = keys[0] ?? "") => callRoute(GET, "/v1/credits", { key });
  const first = await ask();
  expect([first.status, first.headers.get("ratelimit-policy")]).toEqual([200, '"default";q=2;w=60']);
  expect((await ask()).status).toBe(200);
  const refused = await ask(keys[1]);
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  expect((await jsonOf(refused)).detail).toContain("More than 2 requests in 60 seconds");
  expect((await ask(await createTestKey(await createTestOrganization()))).status).toBe(200);
});
