import { mkdtemp, rm, stat, utimes } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createAnswer, type NewAnswer } from "@/lib/answers/mutations";
import { answerFieldsSchema } from "@/lib/answers/schema";
import { changeEnvironmentForTests } from "@/lib/config/environment";
import { createTestOrganization } from "@/lib/db/testing/tenant-rows";
import { useTestDatabase } from "@/lib/db/testing/test-database";
import { closeSender, sender } from "@/lib/jobs/enqueue";
import { removeOrphanedRecordings } from "@/lib/jobs/remove-orphaned-recordings";
import { openStore } from "@/lib/storage/open-store";
import { recordingKey } from "@/lib/storage/object-store";

useTestDatabase();
let dataDir = "";
const recordings = () => path.join(dataDir, "recordings");
// No worker runs: what is enqueued stays as it is.
beforeAll(async () => {
  dataDir = await mkdtemp(path.join(os.tmpdir(), "earshot-recordings-"));
  changeEnvironmentForTests({ DATA_DIR: dataDir });
});
afterAll(async () => {
  await closeSender();
  await rm(dataDir, { recursive: true });
});

async function newAnswer(text: string, externalId = "one"): Promise<NewAnswer> {
  return {
    actor: { type: "system", id: null },
    livemode: false,
    recording: await openStore().receive(Readable.from([Buffer.from(text)])),
    container: "wav",
    // Past the schema on purpose: a NUL makes PostgreSQL refuse the insert after the recording is kept.
    fields: { ...answerFieldsSchema.parse({ role_benchmark: "default" }), external_id: externalId },
    language: "en",
    transcript: null,
    role: { key: "default", version: 1 },
    mode: "standard",
  };
}

test("a failed insert leaves no recording, and keeps one that another answer uses", async () => {
  const scope = await createTestOrganization();
  const boss = await sender();
  const lost = await newAnswer("lost", "\0");
  await expect(createAnswer(scope, openStore(), boss, lost)).rejects.toThrow();
  expect(await openStore().sizeOf(recordingKey(scope.organizationId, lost.recording.sha256))).toBeNull();
  const first = await newAnswer("shared");
  await createAnswer(scope, openStore(), boss, first);
  await expect(createAnswer(scope, openStore(), boss, await newAnswer("shared", "\0"))).rejects.toThrow();
  expect(await openStore().sizeOf(recordingKey(scope.organizationId, first.recording.sha256))).toBe(6);
});

test("at start a recording without a row goes once it is an hour old; a fresh one stays", async () => {
  const { organizationId } = await createTestOrganization();
  const store = openStore();
  const keep = async (text: string) => {
    const incoming = await store.receive(Readable.from([Buffer.from(text)]));
    const key = recordingKey(organizationId, incoming.sha256);
    await store.keep(incoming, key);
    return key;
  };
  const [old, fresh] = [await keep("old"), await keep("fresh")];
  const longAgo = new Date(Date.now() - 2 * 3_600_000);
  await utimes(path.join(recordings(), old), longAgo, longAgo);
  expect(await removeOrphanedRecordings(store)).toBe(1);
  await expect(stat(path.join(recordings(), old))).rejects.toThrow("ENOENT");
  expect(await store.sizeOf(fresh)).toBe(5);
});
