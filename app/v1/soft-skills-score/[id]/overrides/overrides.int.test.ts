import { beforeAll, expect, test } from "vitest";
import { GET, POST } from "@/app/v1/soft-skills-score/[id]/overrides/route";
import { DELETE, GET as getOne } from "@/app/v1/soft-skills-score/[id]/route";
import { GET as getList, POST as score } from "@/app/v1/soft-skills-score/route";
import { oneLineForm } from "@/lib/answers/testing/score-form";
import { createTestKey } from "@/lib/auth/testing/create-test-key";
import type { OrganizationScope } from "@/lib/db/scope";
import { createRowsEverywhere, createTestOrganization } from "@/lib/db/testing/tenant-rows";
import { useTestDatabase } from "@/lib/db/testing/test-database";
import { withOrganization } from "@/lib/db/with-organization";
import { callRoute, jsonOf } from "@/lib/http/testing/call-route";
import { useWorker } from "@/lib/worker/testing/use-worker";

const PATH = "/v1/soft-skills-score";
const REASON = "Listened to the answer; the line was bad.";

useTestDatabase();
useWorker();
let scope: OrganizationScope;
let key: string;
let id: string;

beforeAll(async () => {
  scope = await createTestOrganization();
  key = await createTestKey(scope);
  id = (await jsonOf(await callRoute(score, PATH, { method: "POST", key, body: await oneLineForm() }))).id;
});

const decide = (body: unknown, headers: Record<string, string> = {}, of = id) =>
  callRoute(POST, `${PATH}/${of}/overrides`, {
    ...{ method: "POST", key, params: { id: of }, body: JSON.stringify(body) },
    headers: { "content-type": "application/json", ...headers },
  });
const readScore = async () => jsonOf(await callRoute(getOne, `${PATH}/${id}`, { key, params: { id } }));
const list = async (query = "") =>
  jsonOf(await callRoute(GET, `${PATH}/${id}/overrides${query}`, { key, params: { id } }));

test("a decision stands beside the verdict, which stays as it was, and the newest is the one in force", async () => {
  const before = await readScore();
  expect(before.override).toBeNull();
  const first = await decide({ verdict: "pass", reason: REASON });
  expect(first.status).toBe(201);
  expect(await jsonOf(first)).toMatchObject({
    ...{ object: "override", assessment_id: id, verdict: "pass", reason: REASON },
    actor: { type: "api_key", id: expect.stringMatching(/^key_/) },
  });
  const second = await jsonOf(await decide({ verdict: "below_bar", reason: "Heard it again." }));
  const after = await readScore();
  expect(after).toEqual({ ...before, override: second });
  const listed = await jsonOf(await callRoute(getList, PATH, { key }));
  expect(listed.data[0].override).toEqual(second);
});

test("all decisions are kept and read in pages, the one in force first", async () => {
  const { data } = await list();
  expect(data.map((each: { verdict: string }) => each.verdict)).toEqual(["below_bar", "pass"]);
  const page = await list("?limit=1");
  expect(page).toMatchObject({ data: [data[0]], has_more: true });
  expect(await list(`?limit=1&cursor=${page.next_cursor}`)).toMatchObject({ data: [data[1]], has_more: false });
});

test("a decision that is sent twice under one Idempotency-Key is made once", async () => {
  const send = () => decide({ verdict: "review", reason: "Ask a colleague." }, { "idempotency-key": "decision-1" });
  const [first, second] = [await jsonOf(await send()), await jsonOf(await send())];
  expect(second).toEqual(first);
  expect((await list()).data).toHaveLength(3);
});

test("the audit log says who decided what against which verdict, and not why", async () => {
  const { verdict } = await readScore();
  const rows = await withOrganization(scope, ({ auditLog }) =>
    auditLog.findMany({ where: { action: "assessment.overridden" }, orderBy: { id: "asc" } }),
  );
  expect(rows[0]).toMatchObject({
    actorType: "api_key",
    subjectId: id,
    data: { verdict: "pass", machine_verdict: verdict },
  });
  expect(JSON.stringify(rows.map(({ data }) => data))).not.toContain(REASON);
});

test("not even SQL of the tenant's role changes a decision", async () => {
  const change = withOrganization(scope, ({ override }) => override.updateMany({ data: { verdict: "pass" } }));
  await expect(change).rejects.toThrow("permission denied");
});

test.each([
  [{ verdict: "not_scored", reason: REASON }, "/verdict"],
  [{ verdict: "pass", reason: "  " }, "/reason"],
  [{ verdict: "pass" }, "/reason"],
  [{ verdict: "pass", reason: "x".repeat(2_001) }, "/reason"],
  [{ verdict: "pass", reason: "a\0b" }, "/reason"],
  [{ verdict: "pass", reason: REASON, actor: "me" }, "/actor"],
])("422: %j", async (body, pointer) => {
  const response = await decide(body);
  expect(response.status).toBe(422);
  expect((await jsonOf(response)).errors.map((each: { pointer: string }) => each.pointer)).toContain(pointer);
});

test("409 where there is no verdict yet, 404 for an id of nobody", async () => {
  const { assessmentId } = await createRowsEverywhere(scope);
  const waiting = await decide({ verdict: "pass", reason: REASON }, {}, assessmentId);
  expect([waiting.status, (await jsonOf(waiting)).code]).toEqual([409, "conflict"]);
  expect((await decide({ verdict: "pass", reason: REASON }, {}, "asm_01J00000000000000000000000")).status).toBe(404);
});

test("decisions go with their answer, and no kept reply remembers the reason", async () => {
  const reason = "Only ever written here.";
  const headers = { "idempotency-key": "decision-2" };
  expect((await decide({ verdict: "pass", reason }, headers)).status).toBe(201);
  const remembered = () =>
    withOrganization(scope, async ({ override, idempotencyKey }) => [
      await override.count({ where: { reason } }),
      await idempotencyKey.count({ where: { body: { contains: reason } } }),
    ]);
  expect(await remembered()).toEqual([1, 1]);
  expect((await callRoute(DELETE, `${PATH}/${id}`, { key, method: "DELETE", params: { id } })).status).toBe(204);
  expect(await remembered()).toEqual([0, 0]);
  expect((await decide({ verdict: "pass", reason }, headers)).status).toBe(404);
});
