import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { beforeAll, expect, test } from "vitest";
import { GET as getCredits } from "@/app/v1/credits/route";
import { GET as readCall, PATCH as send } from "@/app/v1/live-answers/[id]/route";
import { POST as begin } from "@/app/v1/live-answers/route";
import { POST as decide } from "@/app/v1/soft-skills-score/[id]/overrides/route";
import { GET as getOne } from "@/app/v1/soft-skills-score/[id]/route";
import { GET as getTranscript } from "@/app/v1/soft-skills-score/[id]/transcript/route";
import { GET as list, POST } from "@/app/v1/soft-skills-score/route";
import { CUSTOMER_PROMPT, fixtureFile, oneLineForm, readFixture, scoreForm } from "@/lib/answers/testing/score-form";
import { createTestKey } from "@/lib/auth/testing/create-test-key";
import { createTestOrganization } from "@/lib/db/testing/tenant-rows";
import { useTestDatabase } from "@/lib/db/testing/test-database";
import type { RouteHandler } from "@/lib/http/route";
import { type CallOptions, callRoute, jsonOf } from "@/lib/http/testing/call-route";
import {
  comparableExample,
  type RecordedExample,
  recordedExamplesSchema,
  settleExample,
} from "@/lib/openapi/recorded-example";
import { useWorker } from "@/lib/worker/testing/use-worker";

const FILE = path.resolve(import.meta.dirname, "../../../lib/openapi/examples/recorded-examples.json");
const SCORE = "/v1/soft-skills-score";

useTestDatabase();
useWorker();
let key: string;
beforeAll(async () => {
  key = await createTestKey(await createTestOrganization());
});

const recorded: RecordedExample[] = [];

interface Call extends CallOptions {
  readonly operation: string;
  readonly handler: RouteHandler;
  readonly at: string;
}

async function record(name: string, summary: string, { operation, handler, at, ...options }: Call) {
  const response = await callRoute(handler, at, { key, ...options });
  const body = await jsonOf(response);
  recorded.push(settleExample({ operation, status: response.status, name, summary, body }));
  return body;
}

function submit(name: string, summary: string, body: FormData, headers: Record<string, string> = {}) {
  return record(name, summary, { operation: `POST ${SCORE}`, handler: POST, at: SCORE, method: "POST", body, headers });
}

function readOne(name: string, summary: string, id: string) {
  const operation = `GET ${SCORE}/{id}`;
  return record(name, summary, { operation, handler: getOne, at: `${SCORE}/${id}`, params: { id } });
}

async function recordAll(): Promise<void> {
  const transcript = (await readFixture("strong.words.json")).toString("utf8");
  const strong = { audio: await fixtureFile("strong.mp3"), transcript, prompt: CUSTOMER_PROMPT, prompt_type: "past" };
  await submit("success", "All four dimensions", await scoreForm({ ...strong, external_id: "call-7" }));
  const short = await submit("not_scored", "A one-line reply: too little to judge", await oneLineForm());
  const silence = await scoreForm({ audio: await fixtureFile("silence.mp3") });
  const silent = await submit("accepted", "Taken: ask for the result later", silence, { prefer: "respond-async" });
  await submit("unknown_role_benchmark", "A role that is not there", await scoreForm({ role_benchmark: "astronaut" }));
  await record("unauthorized", "No key, or one that does not count", {
    ...{ operation: `GET ${SCORE}`, handler: list, at: SCORE, key: null },
  });
  await record("unknown_parameter", "A parameter that is not known", {
    ...{ operation: `GET ${SCORE}`, handler: list, at: `${SCORE}?role=retail` },
  });
  await expect.poll(() => statusOf(silent.id), { timeout: 30_000 }).toBe("failed");
  await readOne("failed", "A run that failed, with the reason", silent.id);
  await record("page", "A page of one", {
    operation: `GET ${SCORE}`,
    handler: list,
    at: `${SCORE}?status=success&limit=1`,
  });
  await record("words", "Words with their times", {
    operation: `GET ${SCORE}/{id}/transcript`,
    handler: getTranscript,
    at: `${SCORE}/${short.id}/transcript`,
    params: { id: short.id },
  });
  await recordCall();
  await recordAccount(short.id);
}

async function recordCall(): Promise<void> {
  const begun = await record("begun", "A call that begins", {
    ...{ operation: "POST /v1/live-answers", handler: begin, at: "/v1/live-answers", method: "POST" },
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ role_benchmark: "customer_support", external_id: "call-8" }),
  });
  const params = { id: begun.id };
  const bytes = { "content-type": "application/offset+octet-stream", "upload-offset": "0" };
  const piece = { key, method: "PATCH", params, headers: bytes, body: "the first seconds" };
  await callRoute(send, `/v1/live-answers/${begun.id}`, piece);
  await record("receiving", "A call that goes on", {
    ...{ operation: "GET /v1/live-answers/{id}", handler: readCall, at: `/v1/live-answers/${begun.id}`, params },
  });
}

async function recordAccount(id: string): Promise<void> {
  await record("decision", "A person's decision", {
    operation: `POST ${SCORE}/{id}/overrides`,
    ...{ handler: decide, at: `${SCORE}/${id}/overrides`, method: "POST", params: { id } },
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ verdict: "review", reason: "Too short to say; a second call is arranged." }),
  });
  await record("credits", "The account and its ledger", {
    operation: "GET /v1/credits",
    ...{ handler: getCredits, at: "/v1/credits" },
  });
}

async function statusOf(id: string): Promise<string> {
  return (await jsonOf(await callRoute(getOne, `${SCORE}/${id}`, { key, params: { id } }))).status;
}

test("the examples of the reference are what the API answers (RECORD_EXAMPLES=1 writes them again)", async () => {
  await recordAll();
  const stored = recordedExamplesSchema.parse(JSON.parse(await readFile(FILE, "utf8").catch(() => "[]")));
  if (process.env["RECORD_EXAMPLES"] === "1") {
    const kept = recorded.map((example, index) => {
      const before = stored[index];
      const same = before && JSON.stringify(comparableExample(before)) === JSON.stringify(comparableExample(example));
      return same ? before : example;
    });
    await writeFile(FILE, `${JSON.stringify(kept, null, 1)}\n`);
    return;
  }
  expect(recorded.map(comparableExample)).toEqual(stored.map(comparableExample));
}, 120_000);
