import { beforeAll, expect, test, vi } from "vitest";
import { GET as getOne } from "@/app/v1/soft-skills-score/[id]/route";
import { POST } from "@/app/v1/soft-skills-score/route";
import { fixtureFile, readFixture, scoreForm } from "@/lib/answers/testing/score-form";
import { createTestKey } from "@/lib/auth/testing/create-test-key";
import type { OrganizationScope } from "@/lib/db/scope";
import { createTestOrganization } from "@/lib/db/testing/tenant-rows";
import { useTestDatabase } from "@/lib/db/testing/test-database";
import { withOrganization } from "@/lib/db/with-organization";
import { callRoute, jsonOf } from "@/lib/http/testing/call-route";
import { useWorker } from "@/lib/worker/testing/use-worker";

const PATH = "/v1/soft-skills-score";

useTestDatabase();
useWorker();
let scope: OrganizationScope;
let key: string;
let first: Awaited<ReturnType<typeof jsonOf>>;
beforeAll(async () => {
  scope = await createTestOrganization();
  key = await createTestKey(scope);
  const transcript = (await readFixture("strong.words.json")).toString("utf8");
  const body = await scoreForm({ audio: await fixtureFile("strong.mp3"), transcript });
  first = await jsonOf(await callRoute(POST, PATH, { method: "POST", key, body }));
});

const weigh = (fields: object, prefer: string, headers: Record<string, string> = {}) =>
  callRoute(POST, PATH, {
    ...{ method: "POST", key, headers: { "content-type": "application/json", prefer, ...headers } },
    body: JSON.stringify({ answer_id: first.answer_id, role_benchmark: "retail", ...fields }),
  });
const read = async (id: string) => jsonOf(await callRoute(getOne, `${PATH}/${id}`, { key, params: { id } }));

/** A result without its id, in addresses too, and without its times. */
function settled(result: { readonly id: string }): unknown {
  const times = { created_at: "", completed_at: "", timings_ms: {} };
  return JSON.parse(JSON.stringify({ ...result, ...times }).replaceAll(result.id, "asm_1"));
}

test("another role by the queue is answered with 202 at once, and gives what waiting gives, free", async () => {
  const waited = await jsonOf(await weigh({ external_id: "same" }, "wait=25"));
  const response = await weigh({ external_id: "same" }, "respond-async");
  expect(response.status).toBe(202);
  const taken = await jsonOf(response);
  expect(taken).toMatchObject({ status: expect.stringMatching(/queued|processing/), credits: { reserved: "0.00" } });
  expect(response.headers.get("location")).toBe(`${PATH}/${taken.id}`);
  await vi.waitFor(async () => expect((await read(taken.id)).status).toBe("success"), { timeout: 10_000 });
  expect(settled(await read(taken.id))).toEqual(settled(waited));
});

test("it measures nothing again: only the role's view is made", async () => {
  const { id } = await jsonOf(await weigh({}, "respond-async"));
  await vi.waitFor(async () => expect((await read(id)).status).toBe("success"), { timeout: 10_000 });
  expect(Object.keys((await read(id)).timings_ms)).toEqual(["queued"]);
});

test("it is queued once however often it is sent", async () => {
  const headers = { "idempotency-key": "later-1" };
  const [one, two] = [await weigh({}, "respond-async", headers), await weigh({}, "respond-async", headers)];
  expect((await jsonOf(two)).id).toBe((await jsonOf(one)).id);
  expect(two.headers.get("idempotent-replayed")).toBe("true");
});

test("what cannot be weighed is refused before anything is queued", async () => {
  const count = () => withOrganization(scope, ({ assessment }) => assessment.count());
  const before = await count();
  const unknown = await weigh({ answer_id: "ans_01KA2B3C4D5E6F7G8H9JKMNPQR" }, "respond-async");
  expect(unknown.status).toBe(404);
  expect((await weigh({ role_benchmark: "astronaut" }, "respond-async")).status).toBe(422);
  expect(await count()).toBe(before);
});
