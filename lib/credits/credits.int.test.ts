import { beforeAll, expect, test } from "vitest";
import { ANSWER_COST, CREDIT } from "@/lib/credits/constants";
import { reserveCredits, settleCredits, topUpCredits } from "@/lib/credits/mutations";
import { database } from "@/lib/db/client";
import { createId } from "@/lib/db/ids";
import type { OrganizationScope } from "@/lib/db/scope";
import { createTestOrganization } from "@/lib/db/testing/tenant-rows";
import { useTestDatabase } from "@/lib/db/testing/test-database";
import { withOrganization } from "@/lib/db/with-organization";

useTestDatabase();

const run = () => ({ runId: createId("run"), assessmentId: createId("asm") });
let scope: OrganizationScope;

beforeAll(async () => {
  scope = await createTestOrganization("Ten credits", 10);
});

const reserve = (run: { runId: string; assessmentId: string }, cost = ANSWER_COST): Promise<void> =>
  withOrganization(scope, (transaction) => reserveCredits(transaction, scope, run, cost));

async function account(): Promise<{ balance: number; reserved: number }> {
  const { balance, reserved } = await withOrganization(scope, (transaction) =>
    transaction.creditAccount.findUniqueOrThrow({ where: { organizationId: scope.organizationId } }),
  );
  return { balance, reserved };
}

test("of fifty requests at once with ten credits left, ten get one each and the others are told what is free", async () => {
  const runs = Array.from({ length: 50 }, run);
  const outcomes = await Promise.allSettled(runs.map((each) => reserve(each)));
  const refused = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason as Error] : []));
  expect(refused).toHaveLength(40);
  for (const error of refused) {
    expect(error).toMatchObject({ code: "insufficient_credits", detail: expect.stringContaining("0.00 are free") });
  }
  expect(await account()).toEqual({ balance: 1_000, reserved: 1_000 });

  const taken = runs.filter((_, i) => outcomes[i]?.status === "fulfilled");
  for (const [i, each] of taken.entries()) {
    const charged = i % 2 === 0 ? 75 : 0;
    await withOrganization(scope, (transaction) =>
      settleCredits(transaction, scope, each, { reserved: ANSWER_COST, charged }),
    );
  }
  expect(await account()).toEqual({ balance: 1_000 - 5 * 75, reserved: 0 });
});

test("a reservation cannot be ended twice, neither way", async () => {
  const each = run();
  await reserve(each);
  const settle = (charged: number): Promise<void> =>
    withOrganization(scope, (transaction) =>
      settleCredits(transaction, scope, each, { reserved: ANSWER_COST, charged }),
    );
  await settle(50);
  const before = await account();
  await expect(settle(50)).rejects.toThrow();
  await expect(settle(0)).rejects.toThrow();
  expect(await account()).toEqual(before);
});

test("not even SQL can spend what is not there, change the ledger, or write the account past it", async () => {
  const { organizationId } = scope;
  const before = await account();
  const sql = (statement: string): Promise<unknown> =>
    withOrganization(scope, (transaction) => transaction.$executeRawUnsafe(statement));
  const values = `'${organizationId}', 'top_up', -100000, 0, 'by hand'`;
  await expect(
    sql(`insert into credit_entries (organization_id, kind, balance_change, reserved_change, note) values (${values})`),
  ).rejects.toThrow("credit_accounts_covered");
  await expect(sql("update credit_accounts set balance = balance + 1")).rejects.toThrow("by its entries alone");
  await expect(sql("update credit_entries set balance_change = 1")).rejects.toThrow("permission denied");
  await expect(sql("delete from credit_entries")).rejects.toThrow("permission denied");
  await expect(database().$executeRawUnsafe("delete from credit_entries")).rejects.toThrow("append-only");
  expect(await account()).toEqual(before);
});

test("no more can be taken back than is free, and the account is the sum of its entries", async () => {
  await expect(topUpCredits(scope, -1_000 * CREDIT, "Too much")).rejects.toMatchObject({ code: "conflict" });
  await topUpCredits(scope, -CREDIT, "Back");
  const sums = await withOrganization(scope, (transaction) =>
    transaction.creditEntry.aggregate({ _sum: { balanceChange: true, reservedChange: true } }),
  );
  expect(await account()).toEqual({ balance: sums._sum.balanceChange, reserved: sums._sum.reservedChange });
});
