import { beforeEach, expect, test } from "vitest";
import { GET as getCredits } from "@/app/v1/credits/route";
import { POST as cancel } from "@/app/v1/soft-skills-score/[id]/cancel/route";
import { GET as getOne } from "@/app/v1/soft-skills-score/[id]/route";
import { POST as score } from "@/app/v1/soft-skills-score/route";
import { fixtureFile, oneLineForm, readFixture, scoreForm } from "@/lib/answers/testing/score-form";
import { createTestKey } from "@/lib/auth/testing/create-test-key";
import type { OrganizationScope } from "@/lib/db/scope";
import { createTestOrganization } from "@/lib/db/testing/tenant-rows";
import { useTestDatabase } from "@/lib/db/testing/test-database";
import { withOrganization } from "@/lib/db/with-organization";
import { callRoute, jsonOf } from "@/lib/http/testing/call-route";
import { proveLedger } from "@/lib/jobs/prove-ledger";
import { useWorker } from "@/lib/worker/testing/use-worker";

const SCORE = "/v1/soft-skills-score";
const AT_ONCE = { prefer: "respond-async" };

useTestDatabase();
useWorker();
let scope: OrganizationScope;
let key: string;
beforeEach(async () => {
  scope = await createTestOrganization("Ten credits", 10);
  key = await createTestKey(scope);
});

const post = (body: FormData, headers: Record<string, string> = {}) =>
  callRoute(score, SCORE, { method: "POST", key, headers, body });
const readCredits = async () => jsonOf(await callRoute(getCredits, "/v1/credits?limit=100", { key }));
const readScore = async (id: string) => jsonOf(await callRoute(getOne, `${SCORE}/${id}`, { key, params: { id } }));
const sumOf = (entries: readonly Record<string, string>[], field: string) =>
  entries.reduce((total, entry) => total + Number(entry[field]), 0).toFixed(2);

/** Scored in all four dimensions, so that it costs all that it reserved. */
async function strongForm(): Promise<FormData> {
  const transcript = (await readFixture("strong.words.json")).toString("utf8");
  return scoreForm({ audio: await fixtureFile("strong.mp3"), transcript });
}

test("of fifty calls at once with ten credits ten are taken; the others are told cost and balance, and nothing is overdrawn", async () => {
  const forms = await Promise.all(Array.from({ length: 50 }, strongForm));
  const responses = await Promise.all(forms.map((form) => post(form, AT_ONCE)));
  const statuses = responses.map(({ status }) => status);
  expect(statuses.filter((status) => status === 202)).toHaveLength(10);
  expect(statuses.filter((status) => status === 402)).toHaveLength(40);
  for (const refused of responses.filter(({ status }) => status === 402)) {
    const problem = await jsonOf(refused);
    expect(problem).toMatchObject({ code: "insufficient_credits", cost: "1.00", available: "0.00" });
    expect(problem.detail).toContain(`up to 1.00 credits. The balance is ${problem.balance}, `);
    expect(Number(problem.balance)).toBeGreaterThan(0);
  }

  // While the ten are settled one by one, no moment shows less than nothing, nor a sum that is not the entries'.
  const settled = async (): Promise<boolean> => {
    const { data, balance, reserved, available } = await readCredits();
    expect(Number(available)).toBeGreaterThanOrEqual(0);
    expect([sumOf(data, "balance_change"), sumOf(data, "reserved_change")]).toEqual([balance, reserved]);
    return reserved === "0.00";
  };
  await expect.poll(settled, { timeout: 60_000, interval: 100 }).toBe(true);
  const { data, balance } = await readCredits();
  expect(data.filter((entry: { kind: string }) => entry.kind === "settle")).toHaveLength(10);
  expect(balance).toBe("0.00");
  expect((await proveLedger()).mismatches).toEqual([]);
}, 120_000);

test("each scored dimension costs a quarter of a credit; what failed, could not be judged or was canceled is free", async () => {
  const strong = await jsonOf(await post(await strongForm()));
  const partial = await jsonOf(await post(await scoreForm({ audio: await fixtureFile("average.opus") })));
  const short = await jsonOf(await post(await oneLineForm()));
  const silent = await jsonOf(await post(await scoreForm({ audio: await fixtureFile("silence.mp3") }), AT_ONCE));
  await expect.poll(async () => (await readScore(silent.id)).status, { timeout: 20_000 }).toBe("failed");
  await withOrganization(scope, ({ organization }) =>
    organization.update({ where: { id: scope.organizationId }, data: { concurrency: 0 } }),
  );
  const waiting = await jsonOf(await post(await oneLineForm(), AT_ONCE));
  expect((await readCredits()).reserved).toBe("1.00");
  await callRoute(cancel, `${SCORE}/${waiting.id}/cancel`, { method: "POST", key, params: { id: waiting.id } });

  const costs = await Promise.all(
    [strong, partial, short, silent, waiting].map(async ({ id }) => {
      const { status, credits } = await readScore(id);
      return [status, credits.charged];
    }),
  );
  expect(costs).toEqual([
    ["success", "1.00"],
    ["partial", "0.50"],
    ["not_scored", "0.00"],
    ["failed", "0.00"],
    ["canceled", "0.00"],
  ]);
  expect(await readCredits()).toMatchObject({ balance: "8.50", reserved: "0.00", available: "8.50" });
  expect((await proveLedger()).mismatches).toEqual([]);
}, 60_000);
