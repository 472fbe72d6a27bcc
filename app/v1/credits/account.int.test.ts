import { beforeEach, expect, test } from "vitest";
import { GET as getCredits } from "@/app/v1/credits/route";
import { GET as getOverrides, POST as postOverride } from "@/app/v1/soft-skills-score/[id]/overrides/route";
import { GET as getOne } from "@/app/v1/soft-skills-score/[id]/route";
import { POST as score } from "@/app/v1/soft-skills-score/route";
import { GET as getUsage } from "@/app/v1/usage/route";
import { POST as createEndpoint } from "@/app/v1/webhook-endpoints/route";
import { fixtureFile, oneLineForm, readFixture, scoreForm } from "@/lib/answers/testing/score-form";
import { createTestKey } from "@/lib/auth/testing/create-test-key";
import type { OrganizationScope } from "@/lib/db/scope";
import { createTestOrganization } from "@/lib/db/testing/tenant-rows";
import { useTestDatabase } from "@/lib/db/testing/test-database";
import { withOrganization } from "@/lib/db/with-organization";
import { withSystem } from "@/lib/db/with-system";
import { callRoute, jsonOf } from "@/lib/http/testing/call-route";
import { useWorker } from "@/lib/worker/testing/use-worker";

const SCORE = "/v1/soft-skills-score";

useTestDatabase();
useWorker();
let scope: OrganizationScope;
let key: string;
beforeEach(async () => {
  scope = await createTestOrganization("Ten credits", 10);
  key = await createTestKey(scope);
});

const get = (handler: typeof getCredits, path: string, as = key) => callRoute(handler, path, { key: as });
const scoreStrong = async (as = key) => {
  const transcript = (await readFixture("strong.words.json")).toString("utf8");
  const body = await scoreForm({ audio: await fixtureFile("strong.mp3"), transcript });
  return jsonOf(await callRoute(score, SCORE, { method: "POST", key: as, body }));
};
/** Too short to be judged, and so free in the end. */
const scoreOneLine = async (headers: Record<string, string> = {}, as = key) =>
  callRoute(score, SCORE, { method: "POST", key: as, headers, body: await oneLineForm() });

test("the balance, what is reserved and the ledger say the same, page by page", async () => {
  const { id, credits } = await scoreStrong();
  const account = await jsonOf(await get(getCredits, "/v1/credits"));
  const charged = Number(credits.charged);
  expect(charged).toBeGreaterThan(0);
  expect(account).toMatchObject({
    ...{
      object: "credits",
      balance: (10 - charged).toFixed(2),
      reserved: "0.00",
      available: (10 - charged).toFixed(2),
    },
    ...{ price_per_credit: null, has_more: false, next_cursor: null },
  });
  expect(
    account.data.map((entry: Record<string, unknown>) => [
      entry["kind"],
      entry["balance_change"],
      entry["reserved_change"],
    ]),
  ).toEqual([
    ["settle", (-charged).toFixed(2), "-1.00"],
    ["reserve", "0.00", "1.00"],
    ["top_up", "10.00", "0.00"],
  ]);
  expect(account.data[0].assessment_id).toBe(id);

  const first = await jsonOf(await get(getCredits, "/v1/credits?limit=2"));
  expect(first.data).toEqual(account.data.slice(0, 2));
  const rest = await jsonOf(await get(getCredits, `/v1/credits?limit=2&cursor=${first.next_cursor}`));
  expect(rest).toMatchObject({ data: account.data.slice(2), has_more: false });
});

test("usage counts calls by day and status, and prices what was charged", async () => {
  await withSystem(({ organization }) =>
    organization.update({ where: { id: scope.organizationId }, data: { creditPrice: 80, creditCurrency: "EUR" } }),
  );
  const { credits, status } = await scoreStrong();
  await scoreOneLine({}, await createTestKey(scope, { livemode: false }));
  const today = new Date().toISOString().slice(0, 10);
  const usage = await jsonOf(await get(getUsage, "/v1/usage"));
  expect(usage.data).toHaveLength(30);
  expect(usage.data.at(-1)).toEqual({
    ...{ date: today, calls: 1, by_status: { [status]: 1 }, test_calls: 1, credits_charged: credits.charged },
  });
  expect(usage).toMatchObject({ to: today, price_per_credit: { amount: "0.80", currency: "EUR" } });
  expect(usage.totals.cost).toEqual({ amount: (Number(credits.charged) * 0.8).toFixed(2), currency: "EUR" });
  const past = await jsonOf(await get(getUsage, "/v1/usage?from=2025-02-27&to=2025-03-01"));
  expect(past.data.map(({ date }: { date: string }) => date)).toEqual(["2025-02-27", "2025-02-28", "2025-03-01"]);
});

test.each([
  ["from=2025-03-01&to=2025-02-01", "/to"],
  ["from=2020-01-01&to=2025-02-01", "/from"],
  ["from=yesterday", "/from"],
  ["from=2025-02-30", "/from"],
  ["day=2025-02-01", "/day"],
])("usage of %s is 400 and says where", async (query, pointer) => {
  const response = await get(getUsage, `/v1/usage?${query}`);
  expect(response.status).toBe(400);
  expect((await jsonOf(response)).errors[0].pointer).toBe(pointer);
});

test("a key without usage:read reads neither", async () => {
  const narrow = await createTestKey(scope, { scopes: ["score:read", "score:write"] });
  for (const [handler, path] of [
    [getCredits, "/v1/credits"],
    [getUsage, "/v1/usage"],
  ] as const) {
    expect((await get(handler, path, narrow)).status).toBe(403);
    expect((await callRoute(handler, path)).status).toBe(401);
  }
});

test("a charge that brings the balance below a tenth of the last top-up is told once", async () => {
  const poor = await createTestOrganization("Hardly a credit", 2.05);
  const as = await createTestKey(poor);
  await callRoute(createEndpoint, "/v1/webhook-endpoints", {
    ...{ method: "POST", key: as, headers: { "content-type": "application/json" } },
    body: JSON.stringify({ url: "https://receiver.example.com", events: ["credits.low"] }),
  });
  const told = () => withOrganization(poor, ({ webhookEvent }) => webhookEvent.findMany({ select: { payload: true } }));
  expect((await scoreStrong(as)).credits.charged).toBe("1.00");
  expect(await told()).toEqual([]);
  await scoreStrong(as);
  const payload = { type: "credits.low", id: poor.organizationId, status: "low", livemode: true };
  expect(await told()).toMatchObject([{ payload }]);
});

const decide = (id: string, body: unknown, as = key, headers: Record<string, string> = {}) =>
  callRoute(postOverride, `${SCORE}/${id}/overrides`, {
    ...{ method: "POST", key: as, params: { id }, body: JSON.stringify(body) },
    headers: { "content-type": "application/json", ...headers },
  });

test("a person's decision stands beside the verdict; the last one is in force, all are kept", async () => {
  const before = await jsonOf(await scoreOneLine());
  expect(before.override).toBeNull();
  const { id, verdict } = before;
  const first = await decide(id, { verdict: "pass", reason: "Two people listened." });
  expect(first.status).toBe(201);
  await decide(id, { verdict: "below_bar", reason: "  A third one disagreed.  " });
  const list = await jsonOf(await callRoute(getOverrides, `${SCORE}/${id}/overrides`, { key, params: { id } }));
  expect(list.data.map((each: { verdict: string; reason: string }) => [each.verdict, each.reason])).toEqual([
    ["below_bar", "A third one disagreed."],
    ["pass", "Two people listened."],
  ]);
  const after = await jsonOf(await callRoute(getOne, `${SCORE}/${id}`, { key, params: { id } }));
  expect(after.override).toEqual(list.data[0]);
  expect(after.verdict).toBe(verdict);
  const log = await withOrganization(scope, ({ auditLog }) =>
    auditLog.findMany({ where: { action: "assessment.overridden" }, select: { data: true } }),
  );
  expect(log).toHaveLength(2);
  expect(JSON.stringify(log)).not.toContain("listened");
});

test("a decision is made once however often it is sent", async () => {
  const { id } = await jsonOf(await scoreOneLine());
  const send = () => decide(id, { verdict: "pass", reason: "Heard." }, key, { "idempotency-key": "decision-1" });
  expect(await jsonOf(await send())).toEqual(await jsonOf(await send()));
  const { data } = await jsonOf(await callRoute(getOverrides, `${SCORE}/${id}/overrides`, { key, params: { id } }));
  expect(data).toHaveLength(1);
});

test("a decision needs a reason, a result, and a key that may write", async () => {
  const { id } = await jsonOf(await scoreOneLine());
  for (const [body, pointer] of [
    [{ verdict: "pass" }, "/reason"],
    [{ verdict: "pass", reason: "   " }, "/reason"],
    [{ verdict: "not_scored", reason: "Why." }, "/verdict"],
    [{ verdict: "pass", reason: "Why.", actor: "me" }, "/actor"],
  ] as const) {
    const response = await decide(id, body);
    expect(response.status).toBe(422);
    expect((await jsonOf(response)).errors[0].pointer).toBe(pointer);
  }
  const fine = { verdict: "pass", reason: "Why." };
  const stranger = await createTestKey(await createTestOrganization());
  expect((await decide(id, fine, stranger)).status).toBe(404);
  expect((await decide(id, fine, await createTestKey(scope, { scopes: ["score:read"] }))).status).toBe(403);
});
