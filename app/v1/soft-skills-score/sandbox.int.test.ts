import { beforeEach, expect, test, vi } from "vitest";
import { LiveAnswerClient } from "@/app/v1/live-answers/testing/live-answer-client";
import { POST as postUpload } from "@/app/v1/uploads/route";
import { POST as cancel } from "@/app/v1/soft-skills-score/[id]/cancel/route";
import { DELETE, GET as getOne } from "@/app/v1/soft-skills-score/[id]/route";
import { POST as postBatch } from "@/app/v1/soft-skills-score/batch/route";
import { POST } from "@/app/v1/soft-skills-score/route";
import { fixtureFile, oneLineForm, readFixture, scoreForm } from "@/lib/answers/testing/score-form";
import { createTestKey } from "@/lib/auth/testing/create-test-key";
import type { OrganizationScope } from "@/lib/db/scope";
import { createTestOrganization } from "@/lib/db/testing/tenant-rows";
import { useTestDatabase } from "@/lib/db/testing/test-database";
import { withOrganization } from "@/lib/db/with-organization";
import { callRoute, jsonOf } from "@/lib/http/testing/call-route";
import { SANDBOX_ANSWERS_A_DAY } from "@/lib/sandbox/constants";
import { SANDBOX_FIXTURES, type SandboxFixture } from "@/lib/sandbox/sandbox-fixtures";
import { useWorker } from "@/lib/worker/testing/use-worker";
import manifest from "@/public/fixtures/manifest.json";

const PATH = "/v1/soft-skills-score";

useTestDatabase();
useWorker();
let scope: OrganizationScope;
let key: string;
beforeEach(async () => {
  // Without a credit: nothing here may cost one.
  scope = await createTestOrganization("No credits", 0);
  key = await createTestKey(scope, { livemode: false });
});

const send = (fixture: string, fields: object = {}, as = key, prefer = "wait=60") =>
  callRoute(POST, PATH, {
    ...{ method: "POST", key: as, headers: { "content-type": "application/json", prefer } },
    body: JSON.stringify({ fixture, role_benchmark: "customer_support", ...fields }),
  });
const read = async (id: string) => jsonOf(await callRoute(getOne, `${PATH}/${id}`, { key, params: { id } }));

/** What of a result is the same every time. */
function settled({
  id,
  answer_id,
  created_at,
  completed_at,
  timings_ms,
  transcript,
  audio,
  ...rest
}: Record<string, unknown>) {
  return rest;
}

test.each(SANDBOX_FIXTURES.filter(({ outcome }) => ["success", "partial", "not_scored"].includes(outcome)))(
  "$key is $outcome, free, and the same every time",
  async ({ key: fixture, outcome, flag }) => {
    const response = await send(fixture, { external_id: "mine" });
    expect(response.status).toBe(200);
    const result = await jsonOf(response);
    expect(result).toMatchObject({
      ...{ status: outcome, livemode: false, synthetic: true, external_id: "mine" },
      credits: { charged: "0.00", reserved: "0.00" },
    });
    expect(settled(await jsonOf(await send(fixture, { external_id: "mine" })))).toEqual(settled(result));
    expect(settled(await read(result.id))).toEqual(settled(result));
    if (flag) {
      expect(result.fraud_signals[flag]).toBe(true);
      expect(result.verdict).toBe("review");
      expect(result.verdict_reasons).toContain(`flag:${flag}`);
    } else {
      expect(result.fraud_signals).toMatchObject({ reading_detected: null, multiple_speakers: null });
    }
    if (fixture === "low_confidence") expect(result.low_confidence.length).toBeGreaterThan(0);
  },
);

test.each([
  ["no_speech", "no_speech"],
  ["failed", "media_undecodable"],
])("%s is refused with %s, or fails where nobody waits", async (fixture, code) => {
  const refused = await send(fixture);
  expect({ status: refused.status, code: (await jsonOf(refused)).code }).toEqual({ status: 422, code });
  const taken = await send(fixture, {}, key, "respond-async");
  expect(taken.status).toBe(202);
  const { id } = await jsonOf(taken);
  await vi.waitFor(async () => expect((await read(id)).status).toBe("failed"), { timeout: 20_000, interval: 100 });
  expect((await read(id)).error.code).toBe(code);
});

test("queued answers 202 however long one would wait, stays queued, and is done some seconds later", async () => {
  const response = await send("queued");
  expect(response.status).toBe(202);
  const { id, status } = await jsonOf(response);
  expect(status).toBe("queued");
  expect(response.headers.get("location")).toBe(`${PATH}/${id}`);
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  expect((await read(id)).status).toBe("queued");
  await vi.waitFor(async () => expect((await read(id)).status).toBe("not_scored"), { timeout: 20_000, interval: 200 });
}, 40_000);

test("queued can be canceled while it waits", async () => {
  const { id } = await jsonOf(await send("queued"));
  const canceled = await callRoute(cancel, `${PATH}/${id}/cancel`, { method: "POST", key, params: { id } });
  expect(await jsonOf(canceled)).toMatchObject({ status: "canceled" });
});

/** Fixtures that are a bundled recording as it is. */
const RECORDED = SANDBOX_FIXTURES.filter(
  ({ key, damaged, outcome }) => key !== "partial" && !damaged && outcome !== "later" && outcome !== "refused",
);

test.each(RECORDED)(
  "the recording of $key, sent as a file, gives what its name gives",
  async (fixture: SandboxFixture) => {
    const { file = "" } = manifest.answers.find(({ key }) => key === fixture.recording) ?? {};
    const form = await scoreForm({ audio: await fixtureFile(file) });
    const uploaded = await jsonOf(await callRoute(POST, PATH, { method: "POST", key, body: form }));
    const named = await jsonOf(await send(fixture.key));
    expect(settled(uploaded)).toEqual(settled(named));
  },
);

test("a bundled recording that comes by a call, an upload or in a batch gives what its name gives", async () => {
  const { file = "" } = manifest.answers.find((answer) => answer.key === "read-aloud") ?? {};
  const bytes = await readFixture(file);
  const named = await jsonOf(await send("reading"));
  expect(named.fraud_signals.reading_detected).toBe(true);

  const client = new LiveAnswerClient(scope, key);
  const live = await client.begun({ role_benchmark: "customer_support" });
  await client.sendAll(live, bytes, 200_000);
  const called = await jsonOf(await client.end(live));
  expect(settled(called)).toEqual(settled(named));

  const tus = { "tus-resumable": "1.0.0", "upload-length": String(bytes.length) };
  const uploading = {
    ...{ method: "POST", key, headers: { ...tus, "content-type": "application/offset+octet-stream" } },
    body: new Uint8Array(bytes),
  };
  const uploaded = await callRoute(postUpload, "/v1/uploads", uploading);
  const upload_id = uploaded.headers.get("location")?.slice("/v1/uploads/".length);
  const batch = await callRoute(postBatch, `${PATH}/batch`, {
    ...{ method: "POST", key, headers: { "content-type": "application/json" } },
    body: JSON.stringify({ items: [{ upload_id, role_benchmark: "customer_support" }] }),
  });
  const { id } = (await jsonOf(batch)).data[0];
  await vi.waitFor(async () => expect((await read(id)).status).toBe("success"), { timeout: 30_000 });
  expect(settled(await read(id))).toEqual(settled(named));
}, 60_000);

test("a live key is told that fixtures are for test keys, and nothing is kept or charged", async () => {
  const live = await createTestKey(scope);
  const response = await send("strong", {}, live);
  expect(response.status).toBe(422);
  expect(await jsonOf(response)).toMatchObject({ code: "fixture_needs_test_key", errors: [{ pointer: "/fixture" }] });
  expect(await withOrganization(scope, ({ answer }) => answer.count())).toBe(0);
});

test("a name that is no fixture is refused with those that are; a fixture and a recording do not go together", async () => {
  const unknown = await send("excellent");
  expect(unknown.status).toBe(422);
  expect((await jsonOf(unknown)).errors[0]).toMatchObject({
    pointer: "/fixture",
    detail: expect.stringContaining("two_speakers"),
  });
  const both = await send("strong", { audio_url: "https://example.com/a.mp3" });
  expect((await jsonOf(both)).errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
    "/fixture",
    "/audio_url",
  ]);
});

/** Somebody's own recording: the bundled one with a byte behind it. */
async function ownForm(): Promise<FormData> {
  const form = await oneLineForm();
  const recording = new Uint8Array([...new Uint8Array(await (await fixtureFile("one-line.mp3")).arrayBuffer()), 0]);
  form.set("audio", new File([recording], "own.mp3"));
  return form;
}

test("fifty answers of one's own a day are scored for real and free, the next is 429 until midnight; fixtures go on", async () => {
  const calls = Array.from({ length: SANDBOX_ANSWERS_A_DAY + 10 }, async () =>
    callRoute(POST, PATH, { method: "POST", key, headers: { prefer: "respond-async" }, body: await ownForm() }),
  );
  const responses = await Promise.all(calls);
  const count = (status: number) => responses.filter((response) => response.status === status).length;
  expect({ taken: count(202), refused: count(429) }).toEqual({ taken: SANDBOX_ANSWERS_A_DAY, refused: 10 });
  const refused = responses.find(({ status }) => status === 429);
  const seconds = Number(refused?.headers.get("retry-after"));
  expect(seconds).toBeGreaterThan(0);
  expect(seconds).toBeLessThanOrEqual(86_400);
  expect(await jsonOf(refused ?? new Response("{}"))).toMatchObject({ code: "sandbox_limit_reached" });
  expect((await send("one_line")).status).toBe(200);
  const items = [{ audio_url: "https://example.com/a.mp3", role_benchmark: "retail" }];
  const batch = await callRoute(postBatch, `${PATH}/batch`, {
    ...{ method: "POST", key, headers: { "content-type": "application/json" }, body: JSON.stringify({ items }) },
  });
  expect((await jsonOf(batch)).data[0]).toMatchObject({ status: "refused", error: { code: "sandbox_limit_reached" } });
}, 120_000);

test("a batch takes what is left of the day and refuses the rest item by item; erasing one gives none back", async () => {
  const items = Array.from({ length: SANDBOX_ANSWERS_A_DAY + 5 }, () => ({
    ...{ audio_url: "http://127.0.0.1:1/a.mp3", role_benchmark: "retail" },
  }));
  const batch = await callRoute(postBatch, `${PATH}/batch`, {
    ...{ method: "POST", key, headers: { "content-type": "application/json" }, body: JSON.stringify({ items }) },
  });
  const taken = await jsonOf(batch);
  expect(taken).toMatchObject({ accepted: SANDBOX_ANSWERS_A_DAY, refused: 5 });
  const { id } = taken.data[0];
  const erase = async () =>
    (await callRoute(DELETE, `${PATH}/${id}`, { method: "DELETE", key, params: { id } })).status;
  // 409 in the moment in which the worker ends it.
  await expect.poll(erase).toBe(204);
  const response = await callRoute(POST, PATH, { method: "POST", key, body: await ownForm() });
  expect(response.status).toBe(429);
}, 60_000);
