import { expect, test } from "vitest";
import { z } from "zod";
import { authenticateApiKey } from "@/lib/auth/authenticate-api-key";
import { SCOPES } from "@/lib/auth/scopes";
import type { CommandOutput } from "@/lib/cli/command-outcome";
import { runAdmin } from "@/lib/cli/run-admin";
import { useTestDatabase } from "@/lib/db/testing/test-database";
import { withSystem } from "@/lib/db/with-system";

useTestDatabase();

/** Runs a command as at a terminal. */
async function admin(...argv: string[]) {
  const written: string[] = [];
  const errors: string[] = [];
  const output: CommandOutput = {
    ...{ out: (text) => void written.push(text), error: (line) => void errors.push(line) },
    ...{ colour: false, columns: 100 },
  };
  const code = await runAdmin(argv, output);
  return { code, text: written.join(""), errors };
}

/** With --json, standard output holds one object and nothing else. */
async function json(...argv: string[]): Promise<Record<string, unknown>> {
  const { code, text, errors } = await admin(...argv, "--json");
  expect([code, errors]).toEqual([0, []]);
  return z.record(z.string(), z.unknown()).parse(JSON.parse(text));
}

async function createClient(name = "A client"): Promise<string> {
  return String((await json("create-organization", name, "--credits", "12.5"))["organization_id"]);
}

test("a client is made with credits, gets more, and gives back no more than is free", async () => {
  const id = await createClient();
  expect(await json("top-up", id, "100", "--note", "Invoice 7")).toMatchObject({ added: "100.00", balance: "112.50" });
  expect(await json("top-up", id, "--note", "Back", "--", "-12.50")).toMatchObject({ balance: "100.00" });
  const tooMuch = await admin("top-up", id, "--note", "Back", "--", "-100.01");
  expect(tooMuch).toMatchObject({ code: 2, text: "", errors: [expect.stringContaining("100.00 credits are free")] });
  expect((await json("organizations"))["organizations"]).toContainEqual(
    expect.objectContaining({ organization_id: id, name: "A client", balance: "100.00", reserved: "0.00" }),
  );
});

test("a key works as it was ordered, is shown once, and ends when it is revoked", async () => {
  const id = await createClient();
  const made = await json("create-key", id, "--name", "Server", "--test", "--scopes", "score:read,usage:read");
  const key = String(made["key"]);
  expect(made).toMatchObject({ livemode: false, scopes: ["score:read", "usage:read"], expires_at: null });
  expect(await authenticateApiKey(key, null)).toMatchObject({ livemode: false, scopes: ["score:read", "usage:read"] });
  const listed = await admin("keys", id, "--json");
  expect(listed.text).toContain(String(made["key_id"]));
  expect(listed.text).not.toContain(key);
  const revoked = await json("revoke-key", String(made["key_id"]));
  expect(await authenticateApiKey(key, null)).toBeNull();
  expect(await json("revoke-key", String(made["key_id"]))).toEqual(revoked);
});

test("a key may only read, expire, and be used from named addresses alone", async () => {
  const id = await createClient();
  const made = await json(
    "create-key",
    id,
    "--name",
    "Reader",
    "--read-only",
    "--expires",
    "2100-01-01",
    "--allow-ip",
    "203.0.113.0/24",
  );
  expect(made).toMatchObject({
    ...{ livemode: true, scopes: SCOPES.filter((scope) => scope.endsWith(":read")) },
    ...{ expires_at: "2100-01-01T00:00:00.000Z", allowed_ips: ["203.0.113.0/24"] },
  });
  const key = String(made["key"]);
  expect(await authenticateApiKey(key, "203.0.113.9")).not.toBeNull();
  expect(await authenticateApiKey(key, "198.51.100.9")).toBeNull();
});

test("price and limits are set, changed one by one, and taken back", async () => {
  const id = await createClient();
  expect(await json("set-price", id, "0.80", "EUR")).toMatchObject({
    price_per_credit: { amount: "0.80", currency: "EUR" },
  });
  await json("set-limits", id, "--concurrency", "3", "--rate", "60");
  await json("set-limits", id, "--concurrency", "default");
  const read = () => withSystem(({ organization }) => organization.findUniqueOrThrow({ where: { id } }));
  expect(await read()).toMatchObject({
    creditPrice: 80,
    creditCurrency: "EUR",
    concurrency: null,
    requestsPerMinute: 60,
  });
  await json("set-price", id, "--none");
  expect(await read()).toMatchObject({ creditPrice: null, creditCurrency: null });
});

test("every change stands in the audit log, without the key", async () => {
  const id = await createClient();
  const made = await json("create-key", id, "--name", "Server");
  await json("revoke-key", String(made["key_id"]));
  await json("set-limits", id, "--rate", "60");
  const log = await withSystem(({ auditLog }) =>
    auditLog.findMany({ where: { organizationId: id }, orderBy: { id: "asc" }, omit: { id: true } }),
  );
  expect(log.map(({ action }) => action)).toEqual([
    "organization.created",
    "api_key.created",
    "api_key.revoked",
    "organization.limits_set",
  ]);
  expect(JSON.stringify(log)).not.toContain(String(made["key"]));
});

test("the ledger is proved, and the queue counted", async () => {
  expect(await json("prove-ledger")).toMatchObject({ mismatches: [], accounts: expect.any(Number) });
  expect(await json("jobs")).toEqual({ waiting: 0, dispatched: 0, dead: 0, oldest_waiting_since: null });
  expect(await json("jobs", "--dead")).toEqual({ dead_runs: [] });
});

const NOBODY = "org_01J00000000000000000000000";

test.each([
  [["top-up", NOBODY, "10", "--note", "x"], "There is no organization"],
  [["revoke-key", "key_01J00000000000000000000000"], "There is no key"],
  [["jobs", "--retry", "run_01J00000000000000000000000"], "There is no run"],
  [["top-up", NOBODY, "10"], "--note is missing"],
  [["top-up", NOBODY, "1.005", "--note", "x"], "CREDITS: must be a number such as"],
  [["top-up", NOBODY, "0", "--note", "x"], "CREDITS: must not be 0"],
  [["top-up", "me", "10", "--note", "x"], "ORGANIZATION: is no organization's id"],
  [["create-organization"], "NAME is missing"],
  [["create-organization", "A", "B"], '"B" is one argument too many'],
  [["create-organization", "A", "--colour", "red"], "'--colour'"],
  [["create-organization", "A", "--region", "mars"], "--region: must be eu or other"],
  [["create-key", NOBODY, "--name", "x", "--scopes", "score:all"], "--scopes: must be some of"],
  [["create-key", NOBODY, "--name", "x", "--scopes", "score:read", "--read-only"], "not both"],
  [["create-key", NOBODY, "--name", "x", "--expires", "2020-01-01"], "--expires: must lie in the future"],
  [["create-key", NOBODY, "--name", "x", "--allow-ip", "10.0.0.0/99"], "--allow-ip: must be an address or a range"],
  [["set-price", NOBODY, "0.80"], "Give AMOUNT and CURRENCY"],
  [["set-price", NOBODY, "0.80", "euro"], "CURRENCY: must be a currency"],
  [["set-limits", NOBODY], "Give --concurrency, --rate, or both"],
  [["set-limits", NOBODY, "--rate", "0"], '--rate: must be 1 to 1000000, or "default"'],
  [["jobs", "--retry", "7"], "--retry: is no run's id"],
  [["jobs", "--organization", NOBODY], "--organization goes with --dead"],
  [[], "Name a command: create-organization"],
  [["frobnicate"], 'Unknown command "frobnicate"'],
  [["constructor"], 'Unknown command "constructor"'],
])("%j ends with 2 and one line, and prints nothing else", async (argv, message) => {
  const { code, text, errors } = await admin(...argv);
  expect([code, text, errors.length]).toEqual([2, "", 1]);
  expect(errors[0]).toContain(message);
});

test("help names every command", async () => {
  const { code, text } = await admin("--help");
  expect(code).toBe(0);
  for (const name of [
    "create-organization",
    "create-key",
    "revoke-key",
    "top-up",
    "set-price",
    "set-limits",
    "jobs",
    "prove-ledger",
  ]) {
    expect(text).toContain(`\n  ${name}`);
  }
});
