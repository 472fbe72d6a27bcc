import { afterAll, beforeAll, expect, test } from "vitest";
import { DELETE } from "@/app/v1/soft-skills-score/[id]/route";
import { POST } from "@/app/v1/soft-skills-score/route";
import { oneLineForm } from "@/lib/answers/testing/score-form";
import { createTestKey } from "@/lib/auth/testing/create-test-key";
import { CREDIT } from "@/lib/credits/constants";
import { topUpCredits } from "@/lib/credits/mutations";
import { database } from "@/lib/db/client";
import type { OrganizationScope } from "@/lib/db/scope";
import { createTestOrganization } from "@/lib/db/testing/tenant-rows";
import { useTestDatabase } from "@/lib/db/testing/test-database";
import { withOrganization } from "@/lib/db/with-organization";
import { callRoute, jsonOf } from "@/lib/http/testing/call-route";
import { findLastProof, proveLedger } from "@/lib/jobs/prove-ledger";
import { useWorker } from "@/lib/worker/testing/use-worker";

const PATH = "/v1/soft-skills-score";

useTestDatabase();
useWorker();
let scope: OrganizationScope;
let key: string;
beforeAll(async () => {
  scope = await createTestOrganization("Proved", 10);
  await createTestOrganization("Without a run", 5);
  key = await createTestKey(scope);
});

const send = (prefer = "wait=25") =>
  oneLineForm().then((body) => callRoute(POST, PATH, { method: "POST", key, headers: { prefer }, body }));
const setPlaces = (concurrency: number | null) =>
  withOrganization(scope, ({ organization }) =>
    organization.update({ where: { id: scope.organizationId }, data: { concurrency } }),
  );
const account = () =>
  withOrganization(scope, ({ creditAccount }) =>
    creditAccount.findUniqueOrThrow({ where: { organizationId: scope.organizationId } }),
  );

test("top-ups, finished runs and runs that wait leave nothing to complain about", async () => {
  expect((await send()).status).toBe(200);
  await topUpCredits(scope, -2 * CREDIT, "Back");
  await setPlaces(0);
  expect((await send("respond-async")).status).toBe(202);
  expect((await account()).reserved).toBe(CREDIT);
  expect(await proveLedger()).toMatchObject({ accounts: 2, mismatches: [] });
});

test("erasing an answer that waits gives back what it reserved", async () => {
  const { id } = await jsonOf(await send("respond-async"));
  const { reserved } = await account();
  const erased = await callRoute(DELETE, `${PATH}/${id}`, { key, method: "DELETE", params: { id } });
  expect(erased.status).toBe(204);
  expect((await account()).reserved).toBe(reserved - CREDIT);
  expect((await proveLedger()).mismatches).toEqual([]);
});

test("erasing answers in the middle of their runs, all at once, neither loses a reservation nor waits in a circle", async () => {
  await setPlaces(3);
  const sent = await Promise.all(Array.from({ length: 6 }, async () => jsonOf(await send("respond-async"))));
  const erase = (id: string) => callRoute(DELETE, `${PATH}/${id}`, { key, method: "DELETE", params: { id } });
  const statuses = await Promise.all(sent.map(async ({ id }) => (await erase(id)).status));
  expect(statuses.every((status) => status === 204 || status === 409)).toBe(true);
  await expect.poll(async () => (await account()).reserved, { timeout: 20_000 }).toBe(0);
  expect((await proveLedger()).mismatches).toEqual([]);
});

/** The database itself refuses it, so that a fault has to be made with its triggers off. */
const falsify = (statement: string) =>
  database().$transaction(async (transaction) => {
    await transaction.$executeRawUnsafe("alter table credit_accounts disable trigger entries_alone");
    await transaction.$executeRawUnsafe("set local role earshot_system");
    await transaction.$executeRawUnsafe(`${statement} where organization_id = '${scope.organizationId}'`);
    await transaction.$executeRawUnsafe("reset role");
    await transaction.$executeRawUnsafe("alter table credit_accounts enable trigger entries_alone");
  });

test("an account that is not the sum of its entries is named with both sums, and stays as it was found", async () => {
  const { balance } = await account();
  await falsify("update credit_accounts set balance = balance + 7");
  const { mismatches } = await proveLedger();
  expect(mismatches).toMatchObject([
    { organizationId: scope.organizationId, balance: balance + 7, balanceByEntries: balance },
  ]);
  expect(findLastProof()?.mismatches).toEqual(mismatches);
  expect((await account()).balance).toBe(balance + 7);
  await falsify("update credit_accounts set balance = balance - 7");
  expect((await proveLedger()).mismatches).toEqual([]);
});

test("a reservation whose run is gone is named too", async () => {
  await setPlaces(0);
  await send("respond-async");
  await withOrganization(scope, ({ scoringRun }) => scoringRun.deleteMany({ where: { state: "waiting" } }));
  const { reserved } = await account();
  expect(reserved).toBe(CREDIT);
  expect((await proveLedger()).mismatches).toMatchObject([
    { reserved, reservedByEntries: reserved, reservedByRuns: 0 },
  ]);
});

afterAll(() => setPlaces(null));
