import { readFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestKey } from "@/lib/auth/testing/create-test-key";
import { createTestOrganization } from "@/lib/db/testing/tenant-rows";
import { useTestDatabase } from "@/lib/db/testing/test-database";
import { type ServedRoutes, serveRoutes } from "@/lib/http/testing/serve-routes";
import {
  AuthenticationError,
  InvalidRequestError,
  NotFoundError,
  PermissionError,
  RecordingError,
} from "@/lib/sdk/src/api-error.js";
import { Earshot } from "@/lib/sdk/src/earshot.js";
import { useWorker } from "@/lib/worker/testing/use-worker";

// The client of lib/sdk against the real routes, over real connections.
const STRONG = path.resolve(import.meta.dirname, "../../public/fixtures/strong.mp3");
const WORDS = STRONG.replace(".mp3", ".words.json");
const role = { role_benchmark: "customer_support" };

useTestDatabase();
useWorker();
let server: ServedRoutes;
let earshot: Earshot;
let readOnly: Earshot;
beforeAll(async () => {
  const scope = await createTestOrganization();
  server = await serveRoutes();
  const client = (apiKey: string) => new Earshot({ apiKey, baseUrl: server.url });
  earshot = client(await createTestKey(scope));
  readOnly = client(await createTestKey(scope, { scopes: ["score:read"] }));
});
afterAll(() => server.close());

const caught = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => null,
    (error: unknown) => error,
  );

test("a recording is sent by path, waited for, listed, read with its transcript and erased", async () => {
  const transcript = await readFile(WORDS, "utf8");
  const result = await earshot.softSkillsScores.createAndWait({
    ...role,
    audio: STRONG,
    transcript,
    external_id: "a 7",
  });
  expect(result).toMatchObject({
    status: "success",
    dimensions: { empathy_signal: expect.any(Number) },
    external_id: "a 7",
  });
  const listed = [];
  for await (const { id } of earshot.softSkillsScores.list({ limit: 1, status: "success" })) listed.push(id);
  expect(listed).toEqual([result.id]);
  expect((await earshot.softSkillsScores.transcript(result.id)).words.length).toBeGreaterThan(50);
  const recording = await earshot.softSkillsScores.recording(result.id);
  expect(Buffer.from(await recording.arrayBuffer()).equals(await readFile(STRONG))).toBe(true);
  await earshot.softSkillsScores.delete(result.id);
  expect(await caught(earshot.softSkillsScores.get(result.id))).toBeInstanceOf(NotFoundError);
});

test("an answer whose reply was lost on the way is scored and charged once", async () => {
  const before = await earshot.account.credits();
  server.breakAnswers(1);
  const external_id = "lost-reply";
  const result = await earshot.softSkillsScores.createAndWait({ ...role, audio: STRONG, external_id });
  const found = [];
  for await (const { id } of earshot.softSkillsScores.list({ external_id })) found.push(id);
  expect(found).toEqual([result.id]);
  const spent = Number(before.balance) - Number((await earshot.account.credits()).balance);
  expect(spent).toBeCloseTo(Number(result.credits.charged), 2);
});

test("a file sent in parts is scored from its upload", async () => {
  const bytes = await readFile(STRONG);
  const progress: number[] = [];
  const onProgress = (sent: number) => {
    progress.push(sent);
  };
  const upload_id = await earshot.uploads.upload(new Blob([bytes]), { fileName: "call.mp3", onProgress });
  expect(progress.at(-1)).toBe(bytes.length);
  const result = await earshot.softSkillsScores.createAndWait({ ...role, upload_id });
  expect(result.status).toBe("partial");
});

test("an upload whose answers are lost goes on from what the server has", async () => {
  const total = 20 * 1024 * 1024;
  const progress: number[] = [];
  const upload = earshot.uploads.upload(new Blob([new Uint8Array(total)]), {
    onProgress: (sent) => {
      progress.push(sent);
      if (progress.length === 1) server.breakAnswers(1);
    },
  });
  const id = await upload;
  expect(progress.at(-1)).toBe(total);
  expect(await earshot.uploads.get(id)).toMatchObject({ id });
  await earshot.uploads.delete(id);
  expect(await caught(earshot.uploads.get(id))).toBeInstanceOf(NotFoundError);
});

test("each refusal is an error of its family that says what was wrong", async () => {
  const { softSkillsScores } = earshot;
  const noAudio = await caught(softSkillsScores.create({ ...role, audio: new Blob(["text, not sound"]) }));
  expect(noAudio).toBeInstanceOf(RecordingError);
  const noRole = await caught(softSkillsScores.create({ role_benchmark: "astronaut", audio: STRONG }));
  expect(noRole).toBeInstanceOf(InvalidRequestError);
  expect(noRole).toMatchObject({ code: "unknown_role_benchmark", requestId: expect.stringMatching(/^req_/) });
  expect(await caught(readOnly.softSkillsScores.create({ ...role, audio: STRONG }))).toBeInstanceOf(PermissionError);
  const stranger = new Earshot({ apiKey: `es_live_${"0".repeat(43)}`, baseUrl: server.url });
  expect(await caught(stranger.account.usage())).toBeInstanceOf(AuthenticationError);
});

test("roles, positions, candidates, decisions and webhook endpoints are made, read and ended through their methods", async () => {
  const position = await earshot.positions.create({ name: "Support, evenings", ...role });
  const candidate = await earshot.candidates.create({ external_id: "person-7" });
  expect(await earshot.positions.get(position.id)).toMatchObject({ id: position.id });
  expect((await earshot.candidates.list({ limit: 10 }).firstPage()).data.map(({ id }) => id)).toContain(candidate.id);
  await earshot.candidates.delete(candidate.id);
  await earshot.positions.delete(position.id);
  const keys = [];
  for await (const { key } of earshot.roleBenchmarks.list({ limit: 2 })) keys.push(key);
  expect(keys).toContain("customer_support");
  const endpoint = await caught(earshot.webhookEndpoints.create({ url: "https://127.0.0.1/hook" }));
  expect(endpoint).toMatchObject({ code: "webhook_url_not_allowed", status: 422 });
  expect(await earshot.webhookDeliveries.list().firstPage()).toMatchObject({ data: [], has_more: false });
});
