import { beforeAll, beforeEach, expect, test } from "vitest";
import { DELETE as eraseCandidate, GET as getCandidate, PATCH as patchCandidate } from "@/app/v1/candidates/[id]/route";
import { GET as listCandidates, POST as createCandidate } from "@/app/v1/candidates/route";
import { GET as rankCandidates } from "@/app/v1/positions/[id]/candidates/route";
import { DELETE as deletePosition, GET as getPosition, PATCH as patchPosition } from "@/app/v1/positions/[id]/route";
import { GET as listPositions, POST as createPosition } from "@/app/v1/positions/route";
import { GET as getResult } from "@/app/v1/soft-skills-score/[id]/route";
import { POST as scoreBatch } from "@/app/v1/soft-skills-score/batch/route";
import { GET as listResults, POST as score } from "@/app/v1/soft-skills-score/route";
import { fixtureFile, readFixture, scoreForm } from "@/lib/answers/testing/score-form";
import { createTestKey } from "@/lib/auth/testing/create-test-key";
import type { OrganizationScope } from "@/lib/db/scope";
import { createTestOrganization } from "@/lib/db/testing/tenant-rows";
import { useTestDatabase } from "@/lib/db/testing/test-database";
import { withOrganization } from "@/lib/db/with-organization";
import type { RouteHandler } from "@/lib/http/route";
import { callRoute, jsonOf } from "@/lib/http/testing/call-route";
import { useWorker } from "@/lib/worker/testing/use-worker";

useTestDatabase();
useWorker();
let scope: OrganizationScope;
let key: string;
beforeEach(async () => {
  scope = await createTestOrganization();
  key = await createTestKey(scope);
});

interface Call {
  readonly method?: string;
  readonly id?: string;
  readonly body?: unknown;
  readonly as?: string;
  readonly headers?: Record<string, string>;
}

function call(handler: RouteHandler, path: string, { method = "GET", id, body, as = key, headers = {} }: Call = {}) {
  return callRoute(handler, path, {
    ...{ method, key: as, headers: { ...(body !== undefined && { "content-type": "application/json" }), ...headers } },
    ...{ body: body === undefined ? null : JSON.stringify(body), params: id === undefined ? {} : { id } },
  });
}

const read = async (handler: RouteHandler, path: string, options: Call = {}) =>
  jsonOf(await call(handler, path, options));
const makePosition = (body: object = {}) =>
  read(createPosition, "/v1/positions", {
    ...{ method: "POST", body: { name: "Agent, Lisbon", role_benchmark: "retail", ...body } },
  });

let transcripts: Record<string, string>;
beforeAll(async () => {
  const read = async (name: string) => (await readFixture(`${name}.words.json`)).toString("utf8");
  transcripts = {
    "strong.mp3": await read("strong"),
    "weak.mp3": await read("weak"),
    "one-line.mp3": await read("one-line"),
  };
});

async function answer(recording: string, fields: Record<string, string> = {}, as = key, prefer = "wait=25") {
  const form = await scoreForm({
    audio: await fixtureFile(recording),
    transcript: transcripts[recording] ?? "",
    ...fields,
  });
  return callRoute(score, "/v1/soft-skills-score", { method: "POST", key: as, body: form, headers: { prefer } });
}
const person = (fields: object) => JSON.stringify(fields);

test("a position is created, read, changed, listed, archived, and deleted while nothing belongs to it", async () => {
  const made = await call(createPosition, "/v1/positions", {
    ...{ method: "POST", body: { name: "Agent", role_benchmark: "retail", external_id: "req-7" } },
  });
  expect(made.status).toBe(201);
  const position = await jsonOf(made);
  expect(made.headers.get("location")).toBe(`/v1/positions/${position.id}`);
  expect(position).toMatchObject({ object: "position", name: "Agent", external_id: "req-7", archived: false });
  const at = { id: position.id };
  const changed = await read(patchPosition, "/v1/positions/x", {
    ...{ ...at, method: "PATCH", body: { name: "Senior agent", external_id: null, archived: true } },
  });
  expect(changed).toMatchObject({ name: "Senior agent", external_id: null, archived: true, role_benchmark: "retail" });
  expect(await read(getPosition, "/v1/positions/x", at)).toEqual(changed);
  const other = await makePosition();
  expect((await read(listPositions, "/v1/positions?archived=false")).data).toEqual([other]);
  expect((await read(listPositions, "/v1/positions?archived=true")).data).toEqual([changed]);
  expect((await call(deletePosition, "/v1/positions/x", { ...at, method: "DELETE" })).status).toBe(204);
  expect((await call(getPosition, "/v1/positions/x", at)).status).toBe(404);
});

test("lists go page by page and neither repeat nor lose one", async () => {
  const made: string[] = [];
  for (let i = 0; i < 5; i++) made.push((await makePosition({ name: `Position ${i}` })).id);
  const seen: string[] = [];
  for (let cursor = ""; ;) {
    const page = await read(listPositions, `/v1/positions?limit=2${cursor === "" ? "" : `&cursor=${cursor}`}`);
    seen.push(...page.data.map(({ id }: { id: string }) => id));
    if (!page.has_more) break;
    cursor = page.next_cursor;
  }
  expect(seen).toEqual(made.toReversed());
});

test("an answer belongs to its position and person; the same external id is the same person, brought up to date", async () => {
  const position = await makePosition();
  const fields = { position_id: position.id, candidate: person({ external_id: "ada", name: "Ada" }) };
  const first = await jsonOf(await answer("one-line.mp3", fields));
  expect(first).toMatchObject({ position_id: position.id, candidate_id: expect.stringMatching(/^cnd_/) });
  const again = { ...fields, candidate: person({ external_id: "ada", email: "ada@example.com" }) };
  const second = await jsonOf(await answer("one-line.mp3", again));
  expect(second.candidate_id).toBe(first.candidate_id);
  const { data } = await read(listCandidates, "/v1/candidates?external_id=ada");
  expect(data).toHaveLength(1);
  expect(data[0]).toMatchObject({ id: first.candidate_id, name: "Ada", email: "ada@example.com" });
  const list = await read(listResults, `/v1/soft-skills-score?position_id=${position.id}`);
  expect(list.data).toHaveLength(2);
  expect((await read(listResults, `/v1/soft-skills-score?position_id=${(await makePosition()).id}`)).data).toEqual([]);
});

test("of many answers at once that name the same new person, all belong to one", async () => {
  const candidate = person({ external_id: "at-once" });
  const responses = await Promise.all(Array.from({ length: 8 }, () => answer("one-line.mp3", { candidate })));
  const ids = await Promise.all(responses.map(async (response) => (await jsonOf(response)).candidate_id));
  expect(new Set(ids).size).toBe(1);
});

test("single answers and batches that name the same people at once do not wait for each other in a circle", async () => {
  const items = Array.from({ length: 30 }, (_, i) => ({
    ...{ audio_url: "https://recordings.example.com/a.mp3", role_benchmark: "retail" },
    candidate: { external_id: `person-${i % 3}` },
  }));
  const batch = () => call(scoreBatch, "/v1/soft-skills-score/batch", { method: "POST", body: { items } });
  const single = (i: number) =>
    answer("one-line.mp3", { candidate: person({ external_id: `person-${i % 3}` }) }, key, "respond-async");
  const work = Array.from({ length: 12 }, (_, i) => (i % 3 === 0 ? batch() : single(i)));
  for (const { status } of await Promise.all(work)) expect([200, 202]).toContain(status);
  expect((await read(listCandidates, "/v1/candidates")).data).toHaveLength(3);
}, 60_000);

test("a position that is not there, archived, or another's refuses the answer and keeps nothing of it", async () => {
  const archived = await makePosition();
  await call(patchPosition, "/v1/positions/x", { id: archived.id, method: "PATCH", body: { archived: true } });
  const stranger = await createTestKey(await createTestOrganization());
  const position = await makePosition();
  const candidate = person({ external_id: "nobody" });
  for (const [position_id, as] of [
    [archived.id, key],
    [position.id, stranger],
    ["pos_01KA2B3C4D5E6F7G8H9JKMNPQR", key],
  ] as const) {
    const response = await answer("one-line.mp3", { position_id, candidate }, as);
    expect(response.status).toBe(422);
    const problem = await jsonOf(response);
    expect(problem).toMatchObject({ code: "unknown_position", errors: [{ pointer: "/position_id" }] });
  }
  expect((await read(listResults, "/v1/soft-skills-score")).data).toEqual([]);
  expect((await read(listCandidates, "/v1/candidates")).data).toEqual([]);
});

test("candidates are ranked by their latest answer that has a score; those without one stand at the end", async () => {
  const position = await makePosition({ role_benchmark: "customer_support" });
  const of = (name: string) => ({ position_id: position.id, candidate: person({ external_id: name, name }) });
  await answer("strong.mp3", of("Bea"));
  await answer("weak.mp3", of("Cid"));
  await answer("strong.mp3", of("Cid"));
  await answer("one-line.mp3", of("Dan"));
  await answer("weak.mp3", of("Eve"));
  await answer("one-line.mp3", of("Eve"));
  const path = `/v1/positions/${position.id}/candidates`;
  const page = await read(rankCandidates, path, { id: position.id });
  const order = page.data.map((each: { rank: number; candidate: { name: string } }) => [
    each.candidate.name,
    each.rank,
  ]);
  expect(order).toEqual([
    ["Bea", 1],
    ["Cid", 1],
    ["Eve", 3],
    ["Dan", null],
  ]);
  expect(page.data[0]).toMatchObject({ object: "ranked_candidate", status: "success", verdict: expect.any(String) });
  expect(page.data[3]).toMatchObject({ overall_score: null, status: "not_scored" });
  const first = await read(rankCandidates, `${path}?limit=3`, { id: position.id });
  expect(first.has_more).toBe(true);
  const rest = await read(rankCandidates, `${path}?limit=3&cursor=${first.next_cursor}`, { id: position.id });
  expect([...first.data, ...rest.data]).toEqual(page.data);
  const test = await createTestKey(scope, { livemode: false });
  expect((await read(rankCandidates, path, { id: position.id, as: test })).data).toEqual([]);
  expect((await call(deletePosition, path, { id: position.id, method: "DELETE" })).status).toBe(409);
}, 60_000);

test("a candidate is created, changed and read; an external id is one person's", async () => {
  const made = await call(createCandidate, "/v1/candidates", {
    method: "POST",
    body: { external_id: "a", name: "Ada" },
  });
  expect(made.status).toBe(201);
  const ada = await jsonOf(made);
  const twin = { method: "POST", body: { external_id: "a" } };
  expect((await call(createCandidate, "/v1/candidates", twin)).status).toBe(409);
  const bob = await read(createCandidate, "/v1/candidates", { method: "POST", body: { name: "Bob" } });
  const takes = { id: bob.id, method: "PATCH", body: { external_id: "a" } };
  expect((await call(patchCandidate, "/v1/candidates/x", takes)).status).toBe(409);
  const email = { id: ada.id, method: "PATCH", body: { email: "ada@example.com", name: null } };
  expect(await read(patchCandidate, "/v1/candidates/x", email)).toMatchObject({ name: null, email: "ada@example.com" });
  for (const [body, pointer] of [
    [{}, ""],
    [{ email: "no address" }, "/email"],
    [{ name: "x", age: 40 }, "/age"],
  ] as const) {
    const response = await call(createCandidate, "/v1/candidates", { method: "POST", body });
    expect(response.status).toBe(422);
    expect((await jsonOf(response)).errors[0].pointer).toBe(pointer);
  }
});

test("erasing a person erases their answers with results and words, and every trace of the name; the ledger stays", async () => {
  const fields = { candidate: person({ external_id: "ada", name: "Ada Lovelace", email: "ada@example.com" }) };
  const result = await jsonOf(await answer("strong.mp3", fields));
  const entries = () => withOrganization(scope, ({ creditEntry }) => creditEntry.count());
  const before = await entries();
  const at = { id: result.candidate_id };
  expect((await call(eraseCandidate, "/v1/candidates/x", { ...at, method: "DELETE" })).status).toBe(204);
  expect((await call(getCandidate, "/v1/candidates/x", at)).status).toBe(404);
  expect((await call(getResult, "/v1/soft-skills-score/x", { id: result.id })).status).toBe(404);
  expect(await entries()).toBe(before);
  const left = await withOrganization(scope, async (transaction) =>
    JSON.stringify([await transaction.answer.findMany(), await transaction.auditLog.findMany()], (_, value: unknown) =>
      typeof value === "bigint" ? String(value) : value,
    ),
  );
  expect(left).not.toMatch(/Lovelace|ada@example/);
  expect((await call(eraseCandidate, "/v1/candidates/x", { ...at, method: "DELETE" })).status).toBe(404);
});

test("a name and an address never reach the audit log or the events", async () => {
  await answer("one-line.mp3", { candidate: person({ name: "Grace Hopper", email: "grace@example.com" }) });
  const log = await withOrganization(scope, ({ auditLog }) => auditLog.findMany({ select: { data: true } }));
  expect(log.length).toBeGreaterThan(0);
  expect(JSON.stringify(log)).not.toMatch(/Grace|grace@/);
});
