import { beforeEach, expect, test } from "vitest";
import { POST as archive } from "@/app/v1/role-benchmarks/[key]/archive/route";
import { GET as getOne } from "@/app/v1/role-benchmarks/[key]/route";
import { GET as listVersions, POST as addVersion } from "@/app/v1/role-benchmarks/[key]/versions/route";
import { GET as list, POST as create } from "@/app/v1/role-benchmarks/route";
import { GET as getResult } from "@/app/v1/soft-skills-score/[id]/route";
import { POST as score } from "@/app/v1/soft-skills-score/route";
import { oneLineForm } from "@/lib/answers/testing/score-form";
import { createTestKey } from "@/lib/auth/testing/create-test-key";
import type { OrganizationScope } from "@/lib/db/scope";
import { createTestOrganization } from "@/lib/db/testing/tenant-rows";
import { useTestDatabase } from "@/lib/db/testing/test-database";
import type { RouteHandler } from "@/lib/http/route";
import { callRoute, jsonOf } from "@/lib/http/testing/call-route";
import { useWorker } from "@/lib/worker/testing/use-worker";
import { BUILT_IN_ROLES } from "@/scoring/benchmarks/built-in-roles";

const PATH = "/v1/role-benchmarks";
const CONCIERGE = {
  ...{ key: "concierge", name: "Concierge", bar: 70 },
  weights: { communication: 0.4, clarity: 0.2, composure: 0.2, empathy_signal: 0.2 },
};

useTestDatabase();
useWorker();
let scope: OrganizationScope;
let key: string;
beforeEach(async () => {
  scope = await createTestOrganization();
  key = await createTestKey(scope);
});

const post = (
  handler: RouteHandler,
  role: string | null,
  body: unknown,
  as = key,
  headers: Record<string, string> = {},
) =>
  callRoute(handler, PATH, {
    ...{ method: "POST", key: as, params: role === null ? {} : { key: role } },
    ...{ headers: { "content-type": "application/json", ...headers }, body: JSON.stringify(body) },
  });
const get = (handler: RouteHandler, role: string | null, query = "", as = key) =>
  callRoute(handler, `${PATH}${query}`, { key: as, params: role === null ? {} : { key: role } });

test("a role of one's own is created, listed beside the built-in ones, and answers are judged by it", async () => {
  const made = await post(create, null, CONCIERGE);
  expect(made.status).toBe(201);
  const role = await jsonOf(made);
  expect(role).toMatchObject({ ...CONCIERGE, object: "role_benchmark", version: 1, built_in: false, archived: false });
  const { data } = await jsonOf(await get(list, null, "?limit=100"));
  expect(data.map((each: { key: string }) => each.key)).toEqual(
    [...BUILT_IN_ROLES.map((each) => each.key), "concierge"].sort(),
  );
  const form = await oneLineForm({ role_benchmark: "concierge" });
  const result = await jsonOf(await callRoute(score, "/v1/soft-skills-score", { method: "POST", key, body: form }));
  expect(result.benchmark).toMatchObject({ key: "concierge", version: 1, bar: 70 });
});

test("the list goes page by page, by key", async () => {
  await post(create, null, CONCIERGE);
  const seen: string[] = [];
  for (let query = "?limit=3"; ;) {
    const page = await jsonOf(await get(list, null, query));
    seen.push(...page.data.map((each: { key: string }) => each.key));
    if (!page.has_more) break;
    query = `?limit=3&cursor=${page.next_cursor}`;
  }
  expect(seen).toEqual([...BUILT_IN_ROLES.map((each) => each.key), "concierge"].sort());
});

test("a new version changes what is named and nothing else; results keep the version they were made with", async () => {
  await post(create, null, CONCIERGE);
  const form = await oneLineForm({ role_benchmark: "concierge" });
  const old = await jsonOf(await callRoute(score, "/v1/soft-skills-score", { method: "POST", key, body: form }));
  const second = await post(addVersion, "concierge", { bar: 80 });
  expect(second.status).toBe(201);
  expect(await jsonOf(second)).toMatchObject({ ...CONCIERGE, version: 2, bar: 80 });
  expect((await jsonOf(await get(getOne, "concierge"))).version).toBe(2);
  const versions = await jsonOf(await get(listVersions, "concierge"));
  expect(versions.data.map((each: { version: number; bar: number }) => [each.version, each.bar])).toEqual([
    [2, 80],
    [1, 70],
  ]);
  const read = await jsonOf(await callRoute(getResult, "/v1/soft-skills-score/x", { key, params: { id: old.id } }));
  expect(read.benchmark).toMatchObject({ version: 1, bar: 70 });
});

test("of versions that are added at once each has a number of its own", async () => {
  await post(create, null, CONCIERGE);
  const responses = await Promise.all([71, 72, 73, 74].map((bar) => post(addVersion, "concierge", { bar })));
  expect(responses.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
  const { data } = await jsonOf(await get(listVersions, "concierge"));
  expect(data.map((each: { version: number }) => each.version)).toEqual([5, 4, 3, 2, 1]);
});

test("an archived role cannot be named or changed any more; it can still be read", async () => {
  await post(create, null, CONCIERGE);
  expect(await jsonOf(await post(archive, "concierge", undefined))).toMatchObject({ archived: true });
  expect((await post(archive, "concierge", undefined)).status).toBe(200);
  expect((await post(addVersion, "concierge", { bar: 1 })).status).toBe(409);
  const form = await oneLineForm({ role_benchmark: "concierge" });
  const refused = await callRoute(score, "/v1/soft-skills-score", { method: "POST", key, body: form });
  expect(await jsonOf(refused)).toMatchObject({ status: 422, code: "unknown_role_benchmark" });
  expect(await jsonOf(await get(getOne, "concierge"))).toMatchObject({ archived: true, version: 1 });
});

test("built-in roles are protected, and their keys are taken", async () => {
  expect((await post(create, null, { ...CONCIERGE, key: "retail" })).status).toBe(409);
  expect((await post(addVersion, "retail", { bar: 1 })).status).toBe(409);
  expect((await post(archive, "retail", undefined)).status).toBe(409);
  expect(await jsonOf(await get(getOne, "retail"))).toMatchObject({ built_in: true, created_at: null });
});

test.each([
  [{ ...CONCIERGE, key: "Concierge" }, "/key"],
  [{ ...CONCIERGE, weights: { ...CONCIERGE.weights, clarity: 0.5 } }, "/weights"],
  [{ ...CONCIERGE, bar: 101 }, "/bar"],
  [{ ...CONCIERGE, bar: 70.5 }, "/bar"],
  [{ ...CONCIERGE, name: "" }, "/name"],
  [{ ...CONCIERGE, colour: "red" }, "/colour"],
])("%j is refused at %s %s", async (body, pointer) => {
  const response = await post(create, null, body);
  expect(response.status).toBe(422);
  expect((await jsonOf(response)).errors[0].pointer).toBe(pointer);
});

test("a role is its organization's own, and keys without the scope can do nothing about it", async () => {
  await post(create, null, CONCIERGE);
  const stranger = await createTestKey(await createTestOrganization());
  expect((await get(getOne, "concierge", "", stranger)).status).toBe(404);
  expect((await get(listVersions, "concierge", "", stranger)).status).toBe(404);
  expect((await post(addVersion, "concierge", { bar: 1 }, stranger)).status).toBe(404);
  expect((await post(create, null, CONCIERGE, stranger)).status).toBe(201);
  const reader = await createTestKey(scope, { scopes: ["roles:read"] });
  expect((await post(addVersion, "concierge", { bar: 1 }, reader)).status).toBe(403);
  expect((await get(getOne, "concierge", "", "es_live_wrong")).status).toBe(401);
});

test("a version is added once however often it is sent", async () => {
  await post(create, null, CONCIERGE);
  const send = () => post(addVersion, "concierge", { bar: 75 }, key, { "idempotency-key": "version-2" });
  expect(await jsonOf(await send())).toEqual(await jsonOf(await send()));
  expect((await jsonOf(await get(listVersions, "concierge"))).data).toHaveLength(2);
});
