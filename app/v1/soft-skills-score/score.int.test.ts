import { beforeAll, expect, test } from "vitest";
import { GET as getOne } from "@/app/v1/soft-skills-score/[id]/route";
import { GET as list, POST } from "@/app/v1/soft-skills-score/route";
import { CUSTOMER_PROMPT, fixtureFile, oneLineForm, readFixture, scoreForm } from "@/lib/answers/testing/score-form";
import { createTestKey } from "@/lib/auth/testing/create-test-key";
import { createTestOrganization } from "@/lib/db/testing/tenant-rows";
import { useTestDatabase } from "@/lib/db/testing/test-database";
import { callRoute, jsonOf } from "@/lib/http/testing/call-route";
import { useWorker } from "@/lib/worker/testing/use-worker";

const PATH = "/v1/soft-skills-score";

useTestDatabase();
useWorker();
let key: string;
beforeAll(async () => {
  key = await createTestKey(await createTestOrganization());
});

async function strongForm(): Promise<FormData> {
  const transcript = (await readFixture("strong.words.json")).toString("utf8");
  const audio = await fixtureFile("strong.mp3");
  return scoreForm({
    audio,
    transcript,
    prompt: CUSTOMER_PROMPT,
    prompt_type: "past",
    external_id: "client-7",
    metadata: '{"branch":"north"}',
  });
}

test("one call with a recording and its words returns the promised fields with numbers in all four dimensions", async () => {
  const response = await callRoute(POST, PATH, { method: "POST", key, body: await strongForm() });
  const score = await jsonOf(response);
  expect(response.status).toBe(200);
  expect(score).toMatchObject({
    status: "success",
    role_benchmark: "customer_support",
    external_id: "client-7",
    metadata: { branch: "north" },
    overall_score: expect.any(Number),
    benchmark_percentile: expect.any(Number),
    dimensions: {
      communication: expect.any(Number),
      clarity: expect.any(Number),
      composure: expect.any(Number),
      empathy_signal: expect.any(Number),
    },
    fraud_signals: { reading_detected: null, multiple_speakers: null },
  });
  for (const ledger of Object.values<{ base: number; clip: number; exact_score: number; terms: { points: number }[] }>(
    score.evidence,
  )) {
    const sum = ledger.terms.reduce((total, term) => total + term.points, ledger.base + ledger.clip);
    expect(Math.abs(sum - ledger.exact_score)).toBeLessThanOrEqual(0.05);
  }
});

test("another role for the same answer is weighed at once from the same dimensions", async () => {
  const [first] = (await jsonOf(await callRoute(list, `${PATH}?external_id=client-7`, { key }))).data;
  for (const answerId of [first.answer_id, first.id]) {
    const body = JSON.stringify({ answer_id: answerId, role_benchmark: "retail" });
    const headers = { "content-type": "application/json" };
    const response = await callRoute(POST, PATH, { method: "POST", key, body, headers });
    const score = await jsonOf(response);
    expect(response.status).toBe(200);
    expect(score).toMatchObject({ role_benchmark: "retail", dimensions: first.dimensions, answer_id: first.answer_id });
    expect(score.pins.input).toBe(first.pins.input);
    expect(score.id).not.toBe(first.id);
  }
});

test("a one-line reply gives four nulls with reasons, no overall, and its measurements", async () => {
  const response = await callRoute(POST, PATH, { method: "POST", key, body: await oneLineForm() });
  const score = await jsonOf(response);
  expect(response.status).toBe(200);
  expect(score).toMatchObject({
    status: "not_scored",
    overall_score: null,
    benchmark_percentile: null,
    dimensions: { communication: null, clarity: null, composure: null, empathy_signal: null },
  });
  expect(score.low_confidence).toHaveLength(4);
  expect(Object.keys(score.measurements).length).toBeGreaterThan(5);
});

test("respond-async answers 202 at once, and the result is there later at its address", async () => {
  const headers = { prefer: "respond-async" };
  const response = await callRoute(POST, PATH, { method: "POST", key, headers, body: await oneLineForm() });
  const accepted = await jsonOf(response);
  expect(response.status).toBe(202);
  expect(response.headers.get("location")).toBe(`${PATH}/${accepted.id}`);
  expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(["queued", "processing"]).toContain(accepted.status);
  expect(accepted).toMatchObject({ active_runs: expect.any(Number), poll_after_seconds: expect.any(Number) });
  expect(accepted).not.toHaveProperty("overall_score");

  await expect
    .poll(
      async () =>
        (await jsonOf(await callRoute(getOne, `${PATH}/${accepted.id}`, { key, params: { id: accepted.id } }))).status,
      { timeout: 20_000 },
    )
    .toBe("not_scored");
});

test("a run that fails after its 202 stays as failed with its code, and its recording is erased", async () => {
  const audio = await fixtureFile("silence.mp3");
  const headers = { prefer: "respond-async" };
  const response = await callRoute(POST, PATH, { method: "POST", key, headers, body: await scoreForm({ audio }) });
  const { id } = await jsonOf(response);
  const read = async () => jsonOf(await callRoute(getOne, `${PATH}/${id}`, { key, params: { id } }));
  await expect.poll(async () => (await read()).status, { timeout: 20_000 }).toBe("failed");
  expect((await read()).error.code).toBe("no_speech");
});

test("a list is walked page by page without gap or repeat, without evidence unless it is asked for", async () => {
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const query: string = cursor === null ? "?limit=2" : `?limit=2&cursor=${cursor}`;
    const page = await jsonOf(await callRoute(list, PATH + query, { key }));
    for (const item of page.data) {
      seen.push(item.id);
      expect(item).not.toHaveProperty("evidence");
    }
    expect(page.has_more).toBe(page.next_cursor !== null);
    cursor = page.next_cursor;
  } while (cursor !== null);
  const all = await jsonOf(await callRoute(list, `${PATH}?limit=100&expand=evidence`, { key }));
  expect(seen).toEqual(all.data.map((item: { id: string }) => item.id));
  expect(new Set(seen).size).toBe(seen.length);
  expect(all.data.some((item: object) => "evidence" in item)).toBe(true);
});

test("filters narrow a list: role, status, external id, time", async () => {
  const ids = async (query: string) => (await jsonOf(await callRoute(list, PATH + query, { key }))).data.length;
  expect(await ids("?role_benchmark=retail")).toBe(2);
  expect(await ids("?status=failed")).toBe(1);
  expect(await ids("?external_id=nobody")).toBe(0);
  expect(await ids(`?created_after=${encodeURIComponent(new Date(Date.now() + 60_000).toISOString())}`)).toBe(0);
  expect(await ids("?created_before=2020-01-01T00:00:00Z")).toBe(0);
});
