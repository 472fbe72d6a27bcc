import { beforeAll, expect, test } from "vitest";
import { GET as getCredits } from "@/app/v1/credits/route";
import { DELETE as eraseOne } from "@/app/v1/soft-skills-score/[id]/route";
import { POST } from "@/app/v1/soft-skills-score/route";
import { GET as getUsage } from "@/app/v1/usage/route";
import { oneLineForm } from "@/lib/answers/testing/score-form";
import { createTestKey } from "@/lib/auth/testing/create-test-key";
import { createTestOrganization } from "@/lib/db/testing/tenant-rows";
import { useTestDatabase } from "@/lib/db/testing/test-database";
import { callRoute, jsonOf } from "@/lib/http/testing/call-route";
import { useWorker } from "@/lib/worker/testing/use-worker";

useTestDatabase();
useWorker();
let key: string;
beforeAll(async () => {
  key = await createTestKey(await createTestOrganization());
});

const read = async (handler: typeof getUsage, path: string) => jsonOf(await callRoute(handler, path, { key }));

test("an erased answer stays counted, and what was charged for it stays charged", async () => {
  const form = await oneLineForm();
  const { id } = await jsonOf(await callRoute(POST, "/v1/soft-skills-score", { method: "POST", key, body: form }));
  const before = await read(getUsage, "/v1/usage");
  expect(before.totals.calls).toBe(1);
  const erased = await callRoute(eraseOne, `/v1/soft-skills-score/${id}`, { key, method: "DELETE", params: { id } });
  expect(erased.status).toBe(204);
  expect((await read(getUsage, "/v1/usage")).totals).toEqual({ ...before.totals, by_status: { erased: 1 } });
});

test("the ledger refuses a cursor of another list by name", async () => {
  const cursor = Buffer.from(JSON.stringify([new Date().toISOString(), "asm_1"])).toString("base64url");
  const response = await callRoute(getCredits, `/v1/credits?cursor=${cursor}`, { key });
  expect(response.status).toBe(400);
  expect((await jsonOf(response)).errors[0].pointer).toBe("/cursor");
});
