import path from "node:path";
import { beforeAll, expect, test } from "vitest";
import { POST as score } from "@/app/v1/soft-skills-score/route";
import { fixtureFile, readFixture, scoreForm } from "@/lib/answers/testing/score-form";
import { type Scope, SCOPES } from "@/lib/auth/scopes";
import { createTestKey } from "@/lib/auth/testing/create-test-key";
import type { OrganizationScope } from "@/lib/db/scope";
import { createRowsEverywhere, createTestOrganization } from "@/lib/db/testing/tenant-rows";
import { type TenantSnapshot, tenantSnapshot } from "@/lib/db/testing/tenant-snapshot";
import { useTestDatabase } from "@/lib/db/testing/test-database";
import { callRoute, jsonOf } from "@/lib/http/testing/call-route";
import { loadOperations, type WalkedOperation } from "@/lib/openapi/testing/load-operations";
import { type IdsByPrefix, REQUEST_BODIES, REQUEST_HEADERS } from "@/lib/openapi/testing/request-bodies";
import { useWorker } from "@/lib/worker/testing/use-worker";

const ROOT = path.resolve(import.meta.dirname, "../..");
const ID = /\b[a-z]{3}_[0-7][0-9A-HJKMNP-TV-Z]{25}\b/g;
/** The key of the role that createRowsEverywhere makes. */
const OWN_ROLE = "own_role";
/** The mode of the rows that createRowsEverywhere makes: nothing may be hidden by its mode alone. */
const TEST_MODE = { livemode: false };

useTestDatabase();
useWorker();
let operations: readonly WalkedOperation[];
let owner: OrganizationScope;
let ids: IdsByPrefix;
/** What nobody else may be told. */
let secrets: readonly string[];

beforeAll(async () => {
  operations = await loadOperations(ROOT);
  owner = await createTestOrganization("The owner of it all");
  const key = await createTestKey(owner, TEST_MODE);
  const transcript = (await readFixture("one-line.words.json")).toString("utf8");
  const body = await scoreForm({ audio: await fixtureFile("one-line.mp3"), transcript });
  const scored = await jsonOf(await callRoute(score, "/v1/soft-skills-score", { method: "POST", key, body }));
  // After the run, so that the worker never sees the waiting one among these rows.
  await createRowsEverywhere(owner);
  const found = JSON.stringify(await tenantSnapshot(owner.organizationId)).match(ID) ?? [];
  const others = Object.fromEntries(found.map((id) => [id.slice(0, 3), id]));
  ids = { ...others, asm: scored.id, ans: scored.answer_id };
  secrets = [...new Set(found), OWN_ROLE, "The owner of it all"];
}, 120_000);

interface Ask {
  readonly params: Readonly<Record<string, string>>;
  readonly address: string;
  readonly body?: BodyInit;
  readonly headers: Readonly<Record<string, string>>;
}

/** Every request that names the owner's things at this operation, in the path and in the body. */
async function requestsOf({ name, path: address, facts, takesBody }: WalkedOperation): Promise<readonly Ask[]> {
  const params: Record<string, string> = {};
  for (const [, parameter = ""] of address.matchAll(/\{(\w+)\}/g)) {
    const fits = [...Object.values(ids), OWN_ROLE].find((id) => facts.params?.shape[parameter]?.safeParse(id).success);
    expect(fits, `${name}: nothing of createRowsEverywhere() fits {${parameter}}`).toBeDefined();
    params[parameter] = fits ?? "";
  }
  const at = { params, address: address.replace(/\{(\w+)\}/g, (_, parameter: string) => params[parameter] ?? "") };
  const headers = REQUEST_HEADERS[name] ?? {};
  const bodies = REQUEST_BODIES[name] ?? [];
  if (takesBody) expect(bodies, `${name} takes a body: add one to REQUEST_BODIES`).not.toEqual([]);
  if (bodies.length === 0)
    return [{ ...at, headers }, ...filtersOf(facts).map((filter) => filterBy(at, headers, filter))];
  return Promise.all(
    bodies.map(async (make) => {
      const made = await make(ids);
      return { ...at, body: made.body, headers: { ...headers, ...made.headers } };
    }),
  );
}

/** Filters of a list that take an id, each with every id that it takes. */
function filtersOf({ query }: WalkedOperation["facts"]): readonly (readonly [string, string])[] {
  const names = Object.keys(query?.shape ?? {}).filter((name) => name.endsWith("_id"));
  return names.flatMap((name) =>
    Object.values(ids).flatMap((id) => (query?.shape[name]?.safeParse(id).success ? [[name, id] as const] : [])),
  );
}

function filterBy(
  at: Pick<Ask, "params" | "address">,
  headers: Ask["headers"],
  [name, id]: readonly [string, string],
): Ask {
  return { params: at.params, address: `${at.address}?${name}=${id}`, headers };
}

async function ask({ method, handler }: WalkedOperation, request: Ask, key: string | null) {
  const { params, address, body = null, headers } = request;
  const response = await callRoute(handler, address, { method: method.toUpperCase(), key, params, headers, body });
  const text = await response.text();
  return { status: response.status, text, told: `${text} ${JSON.stringify([...response.headers])}` };
}

const isRead = (scope: Scope): boolean => scope.endsWith(":read");

test("the walk knows the operations of the document, and names no others", () => {
  expect(operations.length).toBeGreaterThanOrEqual(20);
  const names = operations.map(({ name }) => name);
  for (const name of [...Object.keys(REQUEST_BODIES), ...Object.keys(REQUEST_HEADERS)]) expect(names).toContain(name);
});

test("without a key nothing answers", async () => {
  const before = await tenantSnapshot(owner.organizationId);
  for (const operation of operations) {
    for (const request of await requestsOf(operation)) {
      const { status, told } = await ask(operation, request, null);
      expect([operation.name, status]).toEqual([operation.name, 401]);
      expectNothingTold(operation, told);
    }
  }
  expect(await changedTables(owner, before)).toEqual([]);
});

test("another organization gets 404 for every id, is told nothing, and changes nothing", async () => {
  const stranger = await createTestOrganization("A stranger");
  const key = await createTestKey(stranger, TEST_MODE);
  const before = await tenantSnapshot(owner.organizationId);
  // What is made without naming anything is the stranger's own and goes on by itself: last.
  for (const operation of [...operations].sort((a, b) => Number(b.path.includes("{")) - Number(a.path.includes("{")))) {
    for (const request of await requestsOf(operation)) {
      const own = await tenantSnapshot(stranger.organizationId);
      const { status, text, told } = await ask(operation, request, key);
      const what = `${operation.name} ${String(request.body)} ${text.slice(0, 300)}`;
      expectNothingTold(operation, told);
      if (Object.keys(request.params).length > 0) {
        expect([what, status]).toEqual([what, 404]);
        expect(await changedTables(stranger, own), what).toEqual([]);
      } else {
        expect(status, what).toBeLessThan(500);
      }
      if (namesForeignIds(request)) expectRefused(what, status, text);
    }
  }
  expect(await changedTables(owner, before)).toEqual([]);
}, 120_000);

test("a key that only reads reads everything of its own, is refused each write, and changes nothing", async () => {
  const key = await createTestKey(owner, { ...TEST_MODE, scopes: SCOPES.filter(isRead) });
  const before = await tenantSnapshot(owner.organizationId);
  for (const operation of operations) {
    for (const request of await requestsOf(operation)) {
      const { status, text } = await ask(operation, request, key);
      const what = `${operation.name} ${text.slice(0, 300)}`;
      if (isRead(operation.facts.scope)) expect(status, what).toBeLessThan(300);
      else expect([what, status, JSON.parse(text || "{}").code]).toEqual([what, 403, "forbidden"]);
    }
  }
  expect(await changedTables(owner, before)).toEqual([]);
  const writes = operations.filter(({ method }) => method !== "get" && method !== "head");
  expect(writes.filter(({ facts }) => isRead(facts.scope)).map(({ name }) => name)).toEqual([]);
});

test("a key with every scope but the one that is needed is refused", async () => {
  for (const needed of new Set(operations.map(({ facts }) => facts.scope))) {
    const key = await createTestKey(owner, { ...TEST_MODE, scopes: SCOPES.filter((scope) => scope !== needed) });
    for (const operation of operations.filter(({ facts }) => facts.scope === needed)) {
      const [request] = await requestsOf(operation);
      if (request) expect([operation.name, (await ask(operation, request, key)).status]).toEqual([operation.name, 403]);
    }
  }
});

test("the same requests reach what they name when its owner sends them, so that the walk above can fail", async () => {
  const key = await createTestKey(owner, TEST_MODE);
  const last = (operation: WalkedOperation): number => (operation.method === "delete" ? 1 : 0);
  for (const operation of [...operations].sort((a, b) => last(a) - last(b))) {
    const [request] = await requestsOf(operation);
    if (!request) continue;
    const { status, text } = await ask(operation, request, key);
    const what = `${operation.name} ${text.slice(0, 300)}`;
    expect(status, what).toBeLessThan(500);
    expect([401, 403, 404, 405, 415, 422], what).not.toContain(status);
  }
}, 120_000);

async function changedTables(
  { organizationId }: OrganizationScope,
  before: TenantSnapshot,
): Promise<readonly string[]> {
  const after = await tenantSnapshot(organizationId);
  return Object.keys(after).filter((table) => after[table]?.join("\n") !== before[table]?.join("\n"));
}

function expectNothingTold({ name }: WalkedOperation, told: string): void {
  const leaked = secrets.filter((secret) => told.includes(secret));
  expect(leaked, name).toEqual([]);
}

function namesForeignIds({ body }: Ask): boolean {
  return typeof body === "string" && (body.match(ID) ?? []).length > 0;
}

/** A batch says of each item that it was refused; anything else is refused as a whole. */
function expectRefused(what: string, status: number, text: string): void {
  if (status >= 400) return;
  const { accepted, data } = JSON.parse(text);
  expect([what, accepted, data.every((item: { status: string }) => item.status === "refused")]).toEqual([
    what,
    0,
    true,
  ]);
}
