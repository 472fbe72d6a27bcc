import { beforeAll, expect, test } from "vitest";
import { POST } from "@/app/v1/soft-skills-score/route";
import { fixtureFile, oneLineForm, scoreForm } from "@/lib/answers/testing/score-form";
import { createTestKey } from "@/lib/auth/testing/create-test-key";
import { countTenantRows } from "@/lib/db/testing/count-tenant-rows";
import type { OrganizationScope } from "@/lib/db/scope";
import { createTestOrganization } from "@/lib/db/testing/tenant-rows";
import { useTestDatabase } from "@/lib/db/testing/test-database";
import { withOrganization } from "@/lib/db/with-organization";
import { callRoute, jsonOf } from "@/lib/http/testing/call-route";
import { useWorker } from "@/lib/worker/testing/use-worker";

useTestDatabase();
useWorker();

const PATH = "/v1/soft-skills-score";
let scope: OrganizationScope;
let key: string;

beforeAll(async () => {
  scope = await createTestOrganization();
  key = await createTestKey(scope);
});

const send = (idempotencyKey: string, body: FormData, headers: Record<string, string> = {}) =>
  callRoute(POST, PATH, { method: "POST", key, body, headers: { "idempotency-key": idempotencyKey, ...headers } });

test("the same request again, its boundary another, gets the same status and body and creates nothing", async () => {
  const first = await send("one", await oneLineForm());
  const before = await countTenantRows(scope);
  const again = await send("one", await oneLineForm());
  expect([first.status, again.status]).toEqual([200, 200]);
  expect(again.headers.get("idempotent-replayed")).toBe("true");
  expect(first.headers.get("idempotent-replayed")).toBeNull();
  expect(again.headers.get("content-location")).toBe(first.headers.get("content-location"));
  expect(await again.text()).toBe(await first.text());
  expect(await countTenantRows(scope)).toEqual(before);
});

test("the key with another request is refused: another field, another recording", async () => {
  await send("two", await oneLineForm());
  for (const body of [
    await oneLineForm({ external_id: "x" }),
    await scoreForm({ audio: await fixtureFile("silence.mp3") }),
  ]) {
    const response = await send("two", body);
    expect(response.status).toBe(422);
    expect(await jsonOf(response)).toMatchObject({ code: "idempotency_key_reused" });
  }
});

test("ten at once with one key make one answer: the others are told to wait or get its result", async () => {
  const before = await countTenantRows(scope);
  const bodies = await Promise.all(Array.from({ length: 10 }, () => oneLineForm({ external_id: "ten" })));
  const responses = await Promise.all(bodies.map((body) => send("ten", body)));
  for (const response of responses) {
    if (response.status === 200) continue;
    expect(response.status).toBe(409);
    expect(response.headers.get("retry-after")).toMatch(/^[1-5]$/);
    expect(await jsonOf(response)).toMatchObject({ code: "idempotency_in_progress" });
  }
  expect(responses.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(1);
  expect((await countTenantRows(scope)).assessments).toBe((before.assessments ?? 0) + 1);
});

test("a refusal is repeated as it was, with its own request id; a bad key is named", async () => {
  const silent = async () => scoreForm({ audio: await fixtureFile("silence.mp3") });
  const [first, again] = [await send("silent", await silent()), await send("silent", await silent())];
  expect([first.status, again.status]).toEqual([422, 422]);
  expect((await jsonOf(again)).code).toBe("no_speech");
  const bad = await send("x".repeat(256), await oneLineForm());
  expect(bad.status).toBe(400);
});

test("a request that broke off after it had created its answer is answered with that answer", async () => {
  const first = await jsonOf(await send("broken", await oneLineForm(), { prefer: "respond-async" }));
  const { organizationId } = scope;
  await withOrganization(scope, ({ idempotencyKey }) =>
    idempotencyKey.updateMany({
      where: { organizationId, key: "broken" },
      data: { status: null, body: null, lockedUntil: new Date(0) },
    }),
  );
  const before = await countTenantRows(scope);
  const again = await send("broken", await oneLineForm());
  expect([200, 202]).toContain(again.status);
  expect((await jsonOf(again)).id).toBe(first.id);
  expect((await countTenantRows(scope)).assessments).toBe(before.assessments);
});
