import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { POST as postBatch } from "@/app/v1/soft-skills-score/batch/route";
import { POST } from "@/app/v1/soft-skills-score/route";
import { oneLineForm, readFixture } from "@/lib/answers/testing/score-form";
import { createTestKey } from "@/lib/auth/testing/create-test-key";
import { changeEnvironmentForTests } from "@/lib/config/environment";
import type { OrganizationScope } from "@/lib/db/scope";
import { createTestOrganization } from "@/lib/db/testing/tenant-rows";
import { useTestDatabase } from "@/lib/db/testing/test-database";
import { withOrganization } from "@/lib/db/with-organization";
import { callRoute, jsonOf } from "@/lib/http/testing/call-route";
import { useWorker } from "@/lib/worker/testing/use-worker";

const PATH = "/v1/soft-skills-score";
const QUEUED = 300;
/** Places of an organization at the same time. */
const PLACES = 8;

useTestDatabase();
useWorker();
let server: Server;
let origin: string;
beforeAll(async () => {
  const recording = await readFixture("one-line.mp3");
  server = createServer((_, response) => response.end(recording));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A listening TCP server has no other kind of address.
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  changeEnvironmentForTests({ OUTBOUND_ALLOW: "127.0.0.0/8" });
});
afterAll(() => {
  changeEnvironmentForTests({ OUTBOUND_ALLOW: undefined });
  server.closeAllConnections();
  server.close();
});

const countRuns = (scope: OrganizationScope, state: "waiting" | "dispatched") =>
  withOrganization(scope, ({ scoringRun }) => scoringRun.count({ where: { state } }));

test("hundreds of one client that wait do not hold up another's single call, and never hold more than their places", async () => {
  const large = await createTestOrganization("Three hundred at once");
  const items = Array.from({ length: QUEUED }, () => ({ audio_url: `${origin}/a.mp3`, role_benchmark: "retail" }));
  const key = await createTestKey(large);
  const taken = await callRoute(postBatch, `${PATH}/batch`, {
    ...{ method: "POST", key, headers: { "content-type": "application/json" }, body: JSON.stringify({ items }) },
  });
  expect(await jsonOf(taken)).toMatchObject({ accepted: QUEUED });
  expect(await countRuns(large, "dispatched")).toBeLessThanOrEqual(PLACES);

  const small = await createTestKey(await createTestOrganization("One call"));
  const response = await callRoute(POST, PATH, { method: "POST", key: small, body: await oneLineForm() });
  expect(response.status).toBe(200);
  expect(await countRuns(large, "waiting")).toBeGreaterThan(QUEUED / 2);
  expect(await countRuns(large, "dispatched")).toBeLessThanOrEqual(PLACES);
}, 60_000);
