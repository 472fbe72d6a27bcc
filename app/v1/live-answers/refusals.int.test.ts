import { createHash } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { FIELDS, LiveAnswerClient, expectProblem, words } from "@/app/v1/live-answers/testing/live-answer-client";
import { PATCH as patchPosition, DELETE as deletePosition } from "@/app/v1/positions/[id]/route";
import { POST as createPosition } from "@/app/v1/positions/route";
import { readFixture } from "@/lib/answers/testing/score-form";
import { createTestKey } from "@/lib/auth/testing/create-test-key";
import { changeEnvironmentForTests } from "@/lib/config/environment";
import { CREDIT } from "@/lib/credits/constants";
import { topUpCredits } from "@/lib/credits/mutations";
import { createId } from "@/lib/db/ids";
import { createTestOrganization } from "@/lib/db/testing/tenant-rows";
import { useTestDatabase } from "@/lib/db/testing/test-database";
import { withOrganization } from "@/lib/db/with-organization";
import { callRoute, jsonOf } from "@/lib/http/testing/call-route";
import { removeOldLiveAnswers } from "@/lib/jobs/remove-old-live-answers";
import { LONGEST_CALL_MS, MAX_OPEN_LIVE_ANSWERS } from "@/lib/live-answers/constants";
import { SANDBOX_ANSWERS_A_DAY } from "@/lib/sandbox/constants";
import { useWorker } from "@/lib/worker/testing/use-worker";

useTestDatabase();
const recordings = useWorker();
let client: LiveAnswerClient;
beforeEach(async () => {
  const scope = await createTestOrganization();
  client = new LiveAnswerClient(scope, await createTestKey(scope));
});

/** Another key of the same organization, or of another one. */
const as = async (key: Promise<string>) => new LiveAnswerClient(client.scope, await key);

describe("begun", () => {
  test("what is wrong with the fields is said before anybody speaks", async () => {
    await expectProblem(await client.begin({ role_benchmark: "juggler" }), 422, "unknown_role_benchmark");
    await expectProblem(await client.begin({ ...FIELDS, language: "xx" }), 422, "unsupported_language");
    await expectProblem(await client.begin({ ...FIELDS, loudness: 3 }), 422, "invalid_field");
    const nowhere = { ...FIELDS, position_id: "pos_01J00000000000000000000000" };
    await expectProblem(await client.begin(nowhere), 422, "unknown_position");
    const poor = await as(createTestKey(await createTestOrganization("No credits", 0)));
    await expectProblem(await poor.begin(), 402, "insufficient_credits");
  });

  test("an Idempotency-Key begins one live answer, however often it is sent", async () => {
    const headers = { "idempotency-key": "call-1" };
    const first = await jsonOf(await client.begin(FIELDS, headers));
    expect((await jsonOf(await client.begin(FIELDS, headers))).id).toBe(first.id);
  });

  test("at most so many are open at once, also when they are begun at once", async () => {
    const begins = Array.from({ length: MAX_OPEN_LIVE_ANSWERS + 10 }, () => client.begin());
    const responses = await Promise.all(begins);
    const count = (status: number) => responses.filter((response) => response.status === status).length;
    expect([count(201), count(409)]).toEqual([MAX_OPEN_LIVE_ANSWERS, 10]);
    await expectProblem(await client.begin(), 409, "too_many_live_answers");
  }, 60_000);
});

describe("sent", () => {
  test("bytes that were changed on their way are not kept, those that were not are", async () => {
    const id = await client.begun();
    const checksum = `sha1 ${createHash("sha1").update("0123456789").digest("base64")}`;
    const headers = { "upload-checksum": checksum };
    await expectProblem(await client.send(id, 0, "0123456780", headers), 460, "upload_checksum_mismatch");
    expect((await client.send(id, 0, "0123456789", headers)).status).toBe(204);
    expect(await jsonOf(await client.read(id))).toMatchObject({ received_bytes: 10 });
  });

  test("more than a recording may have is refused", async () => {
    const id = await client.begun();
    changeEnvironmentForTests({ MEDIA_MAX_BYTES: "100" });
    try {
      await client.sendAll(id, Buffer.alloc(60));
      const received = async () => (await jsonOf(await client.read(id))).received_bytes;
      const announced = { "content-length": "41" };
      await expectProblem(await client.send(id, 60, Buffer.alloc(41), announced), 413, "media_too_large");
      expect(await received()).toBe(60);
      // Without a length, what fits is here before it is known that there is more.
      await expectProblem(await client.send(id, 60, Buffer.alloc(41)), 413, "media_too_large");
      expect(await received()).toBe(100);
    } finally {
      changeEnvironmentForTests({ MEDIA_MAX_BYTES: undefined });
    }
  });
});

describe("completed", () => {
  test("fewer bytes than the client sent are not scored, nor is nothing", async () => {
    const id = await client.begun();
    await expectProblem(await client.end(id), 422, "missing_audio");
    await client.sendAll(id, Buffer.from("0123456789"));
    await expectProblem(await client.end(id, { size: 11 }), 409, "upload_incomplete");
    await expectProblem(await client.end(id, { size: 10 }), 415, "unsupported_media");
    expect(await jsonOf(await client.read(id))).toMatchObject({ status: "receiving", received_bytes: 10 });
  }, 30_000);

  test("a call in which nobody speaks costs nothing and stays open", async () => {
    const id = await client.begun();
    await client.sendAll(id, await readFixture("silence.mp3"));
    await expectProblem(await client.end(id), 422, "no_speech");
    expect(await jsonOf(await client.read(id))).toMatchObject({ status: "receiving" });
    const credits = await withOrganization(client.scope, ({ creditAccount }) => creditAccount.findFirstOrThrow());
    expect(credits.reserved).toBe(0);
  }, 30_000);

  test("where the credits were used up meanwhile, the call stays open until there are some", async () => {
    const scope = await createTestOrganization("One credit", 1);
    const last = new LiveAnswerClient(scope, await createTestKey(scope));
    const id = await last.begun();
    await last.sendAll(id, await readFixture("one-line.mp3"));
    await last.scoreWhole("average.opus", { ...FIELDS, transcript: await words("average") });
    await expectProblem(await last.end(id), 402, "insufficient_credits");
    await topUpCredits(scope, CREDIT, "One more");
    expect((await last.end(id)).status).toBe(200);
  }, 30_000);

  test("test keys' calls count as answers of the day", async () => {
    const sandbox = await as(createTestKey(client.scope, { livemode: false }));
    const id = await sandbox.begun();
    await sandbox.sendAll(id, Buffer.concat([await readFixture("one-line.mp3"), Buffer.alloc(1)]));
    const used = Array.from({ length: SANDBOX_ANSWERS_A_DAY }, (_, index) => ({
      ...{ organizationId: client.scope.organizationId, action: "assessment.created", data: { livemode: false } },
      ...{ actorType: "job" as const, subjectType: "assessment", subjectId: `asm_${index}` },
    }));
    await withOrganization(client.scope, ({ auditLog }) => auditLog.createMany({ data: used }));
    await expectProblem(await sandbox.end(id), 429, "sandbox_limit_reached");
  }, 30_000);

  test("an Idempotency-Key gets the same answer, however often it is sent", async () => {
    const id = await client.begun();
    await client.sendAll(id, await readFixture("one-line.mp3"));
    const body = { transcript: await words("one-line") };
    const headers = { "idempotency-key": "end-1" };
    const first = await client.end(id, body, headers);
    const again = await client.end(id, body, headers);
    expect([first.status, again.status]).toEqual([200, 200]);
    expect(await jsonOf(again)).toEqual(await jsonOf(first));
    await expectProblem(await client.end(id, {}, headers), 422, "idempotency_key_reused");
  }, 30_000);

  test("the role and the position are those of its beginning, whatever became of them", async () => {
    const at = "/v1/positions";
    const asJson = { key: client.key, headers: { "content-type": "application/json" } };
    const body = JSON.stringify({ name: "Agent", role_benchmark: "retail" });
    const position = await jsonOf(await callRoute(createPosition, at, { ...asJson, method: "POST", body }));
    const params = { id: position.id };
    const { scope } = client;
    const mine = { id: createId("rol"), organizationId: scope.organizationId, key: "desk", name: "Desk", bar: 60 };
    const weights = { communication: 0.25, clarity: 0.25, composure: 0.25, empathy_signal: 0.25 };
    await withOrganization(scope, ({ roleBenchmark }) =>
      roleBenchmark.create({ data: { ...mine, version: 1, weights } }),
    );
    const id = await client.begun({ role_benchmark: "desk", position_id: position.id });
    await withOrganization(scope, ({ roleBenchmark }) =>
      roleBenchmark.updateMany({ data: { archivedAt: new Date() } }),
    );
    const erased = await callRoute(deletePosition, `${at}/${position.id}`, { ...asJson, method: "DELETE", params });
    await expectProblem(erased, 409, "conflict");
    const archive = { method: "PATCH", body: JSON.stringify({ archived: true }), params };
    expect((await callRoute(patchPosition, `${at}/${position.id}`, { ...asJson, ...archive })).status).toBe(200);
    await client.sendAll(id, await readFixture("one-line.mp3"));
    const response = await client.end(id);
    expect(response.status).toBe(200);
    expect(await jsonOf(response)).toMatchObject({ role_benchmark: "desk", pins: { role_version: 1 } });
  }, 30_000);

  test("a key of the other mode cannot complete it, and another organization does not see it", async () => {
    const id = await client.begun();
    await client.sendAll(id, await readFixture("one-line.mp3"));
    const sandbox = await as(createTestKey(client.scope, { livemode: false }));
    await expectProblem(await sandbox.end(id), 409, "conflict");
    const stranger = await as(createTestKey(await createTestOrganization()));
    await expectProblem(await stranger.end(id), 404, "not_found");
    await expectProblem(await stranger.read(id), 404, "not_found");
  });
});

describe("over", () => {
  test("one that is given up is erased with what arrived", async () => {
    const id = await client.begun();
    await client.sendAll(id, Buffer.from("0123456789"));
    expect(await client.partsOf(recordings(), id)).toEqual(["0"]);
    expect((await client.giveUp(id)).status).toBe(204);
    expect((await client.read(id)).status).toBe(404);
    expect(await client.partsOf(recordings(), id)).toEqual([]);
  });

  test("one that nothing is heard of expires: its bytes and fields go, later its row", async () => {
    const id = await client.begun({ ...FIELDS, candidate: { external_id: "c-1", name: "Ada" } });
    await client.sendAll(id, Buffer.from("0123456789"));
    const change = (data: object) =>
      withOrganization(client.scope, ({ liveAnswer }) => liveAnswer.update({ where: { id }, data }));
    const age = (hours: number) => change({ lastChunkAt: new Date(Date.now() - hours * 3_600_000) });
    await age(1);
    await expectProblem(await client.read(id), 410, "live_answer_expired");
    await expectProblem(await client.send(id, 10, "more"), 410, "live_answer_expired");
    await expectProblem(await client.end(id), 410, "live_answer_expired");
    await expectProblem(await client.giveUp(id), 410, "live_answer_expired");
    expect(await removeOldLiveAnswers()).toBeGreaterThan(0);
    const row = await change({});
    expect(row).toMatchObject({ state: "expired", fields: {} });
    expect(await client.partsOf(recordings(), id)).toEqual([]);
    await expectProblem(await client.read(id), 410, "live_answer_expired");
    await age(25);
    await removeOldLiveAnswers();
    expect((await client.read(id)).status).toBe(404);
  });

  test("a byte now and then does not hold one open for ever", async () => {
    const id = await client.begun();
    const createdAt = new Date(Date.now() - LONGEST_CALL_MS + 60_000);
    await withOrganization(client.scope, ({ liveAnswer }) => liveAnswer.update({ where: { id }, data: { createdAt } }));
    expect((await client.send(id, 0, "a")).status).toBe(204);
    const { expires_at } = await jsonOf(await client.read(id));
    expect(Date.parse(expires_at)).toBe(createdAt.getTime() + LONGEST_CALL_MS);
    const earlier = new Date(createdAt.getTime() - 120_000);
    await withOrganization(client.scope, ({ liveAnswer }) =>
      liveAnswer.update({ where: { id }, data: { createdAt: earlier } }),
    );
    await expectProblem(await client.send(id, 1, "b"), 410, "live_answer_expired");
  });
});
