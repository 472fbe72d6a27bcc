import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { readdir } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { POST as postBatch } from "@/app/v1/soft-skills-score/batch/route";
import { GET as getOne } from "@/app/v1/soft-skills-score/[id]/route";
import { POST } from "@/app/v1/soft-skills-score/route";
import { PATCH } from "@/app/v1/uploads/[id]/route";
import { POST as postUpload } from "@/app/v1/uploads/route";
import { oneLineForm, readFixture, scoreForm } from "@/lib/answers/testing/score-form";
import { createTestKey } from "@/lib/auth/testing/create-test-key";
import { changeEnvironmentForTests } from "@/lib/config/environment";
import type { OrganizationScope } from "@/lib/db/scope";
import { countTenantRows } from "@/lib/db/testing/count-tenant-rows";
import { createTestOrganization } from "@/lib/db/testing/tenant-rows";
import { useTestDatabase } from "@/lib/db/testing/test-database";
import { withOrganization } from "@/lib/db/with-organization";
import { callRoute, jsonOf } from "@/lib/http/testing/call-route";
import { useWorker } from "@/lib/worker/testing/use-worker";

const PATH = "/v1/soft-skills-score";
const JSON_TYPE = { "content-type": "application/json" };
const TUS = { "tus-resumable": "1.0.0", "content-type": "application/offset+octet-stream" };

useTestDatabase();
const recordings = useWorker();
let scope: OrganizationScope;
let key: string;
let server: Server;
let origin: string;
let words: string;
let recording: Buffer;
beforeAll(async () => {
  scope = await createTestOrganization();
  key = await createTestKey(scope, { livemode: false });
  words = (await readFixture("one-line.words.json")).toString("utf8");
  recording = await readFixture("one-line.mp3");
  server = createServer((request, response) => {
    const path = request.url ?? "";
    const hop = /^\/hop\/(\d+)$/.exec(path);
    if (hop) return response.writeHead(302, { location: hop[1] === "0" ? "/ok" : `/hop/${Number(hop[1]) - 1}` }).end();
    if (path === "/inside") return response.writeHead(302, { location: "http://10.0.0.1/secret" }).end();
    if (path === "/large") return response.writeHead(200, { "content-length": "999999999999" }).end("x");
    if (path === "/cut")
      return response.writeHead(200, { "content-length": "1000" }).end("x", () => response.destroy());
    if (path === "/text") return response.end("this is no recording");
    if (path.startsWith("/ok")) return response.end(recording);
    return response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A listening TCP server has no other kind of address.
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  changeEnvironmentForTests({ OUTBOUND_ALLOW: "127.0.0.0/8" });
});
afterAll(() => {
  changeEnvironmentForTests({ OUTBOUND_ALLOW: undefined });
  server.closeAllConnections();
  server.close();
});

const post = (body: unknown, headers: Record<string, string> = {}, as = key) =>
  callRoute(POST, PATH, { method: "POST", key: as, headers: { ...JSON_TYPE, ...headers }, body: JSON.stringify(body) });
const batch = (items: unknown, headers: Record<string, string> = {}, as = key) =>
  callRoute(postBatch, `${PATH}/batch`, {
    ...{ method: "POST", key: as, headers: { ...JSON_TYPE, ...headers } },
    body: JSON.stringify({ items }),
  });
const fields = () => ({ role_benchmark: "customer_support", transcript: words });
const read = async (id: string, as = key) =>
  jsonOf(await callRoute(getOne, `${PATH}/${id}`, { key: as, params: { id } }));
const temporary = () => readdir(`${recordings()}/incoming`).catch(() => []);

async function uploaded(as = key, bytes = recording, size = bytes.length): Promise<string> {
  const headers = { ...TUS, "upload-length": String(size) };
  const first = { method: "POST", key: as, headers, body: new Uint8Array(bytes.subarray(0, 1_000)) };
  const created = await callRoute(postUpload, "/v1/uploads", first);
  const id = created.headers.get("location")?.slice("/v1/uploads/".length) ?? "";
  const rest = { method: "PATCH", key: as, params: { id }, headers: { ...TUS, "upload-offset": "1000" } };
  await callRoute(PATCH, `/v1/uploads/${id}`, { ...rest, body: new Uint8Array(bytes.subarray(1_000)) });
  return id;
}

test("the same recording by form, by upload and by address is scored the same and stored once; another organization has its own", async () => {
  const form = await jsonOf(
    await callRoute(POST, PATH, { method: "POST", key, body: await scoreForm({ transcript: words }) }),
  );
  const upload = await jsonOf(await post({ ...fields(), upload_id: await uploaded() }));
  const url = await jsonOf(await post({ ...fields(), audio_url: `${origin}/ok` }));
  for (const score of [form, upload, url]) {
    expect(score).toMatchObject({ status: "not_scored", pins: form.pins, measurements: form.measurements });
  }
  expect(await countTenantRows(scope)).toMatchObject({ recordings: 1, answers: 3 });
  const other = await createTestOrganization();
  const otherKey = await createTestKey(other, { livemode: false });
  await post({ ...fields(), audio_url: `${origin}/ok` }, {}, otherKey);
  expect(await countTenantRows(other)).toMatchObject({ recordings: 1 });
  for (const { organizationId } of [scope, other]) {
    expect(await readdir(`${recordings()}/${organizationId}`)).toEqual([form.audio.sha256]);
  }
  expect(await temporary()).toEqual([]);
});

test("an upload is used once, only when it is complete, and only by its organization", async () => {
  const id = await uploaded();
  const foreign = await createTestKey(await createTestOrganization(), { livemode: false });
  const partly = await uploaded(key, recording, recording.length + 1);
  const refused = async (response: Response, status: number, code: string) =>
    expect([response.status, (await jsonOf(response)).code]).toEqual([status, code]);
  await refused(await post({ ...fields(), upload_id: id }, {}, foreign), 404, "not_found");
  await refused(await post({ ...fields(), upload_id: partly }), 409, "upload_incomplete");
  await refused(await post({ ...fields(), role_benchmark: "x", upload_id: id }), 422, "unknown_role_benchmark");
  const both = await Promise.all([post({ ...fields(), upload_id: id }), post({ ...fields(), upload_id: id })]);
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  await refused(await post({ ...fields(), upload_id: id }), 409, "upload_used");
  expect((await readdir(`${recordings()}/${scope.organizationId}`)).includes(id)).toBe(false);
});

test("an address is followed through three redirects and no fourth; what cannot be fetched says why and leaves nothing", async () => {
  expect((await post({ ...fields(), audio_url: `${origin}/hop/2` })).status).toBe(200);
  const before = await countTenantRows(scope);
  for (const [address, code] of [
    [`${origin}/hop/3`, "audio_url_unreachable"],
    [`${origin}/nothing`, "audio_url_unreachable"],
    [`${origin}/cut`, "audio_url_unreachable"],
    [`${origin}/large`, "media_too_large"],
    [`${origin}/text`, "unsupported_media"],
    [`${origin}/inside`, "audio_url_not_allowed"],
    ["http://169.254.169.254/latest", "audio_url_not_allowed"],
    ["http://[::ffff:10.0.0.1]/", "audio_url_not_allowed"],
    ["http://0x0a000001/", "audio_url_not_allowed"],
    ["http://user:secret@example.com/a.mp3", "audio_url_not_allowed"],
    ["http://127.0.0.1:1/a.mp3", "audio_url_unreachable"],
    ["file:///etc/passwd", "invalid_field"],
    ["no address", "invalid_field"],
  ] as const) {
    const problem = await jsonOf(await post({ ...fields(), audio_url: address }));
    expect([address, problem.code]).toEqual([address, code]);
    expect(JSON.stringify(problem)).not.toMatch(/secret|ECONN|127\.0\.0\.1/);
  }
  expect(await countTenantRows(scope)).toEqual(before);
  expect(await temporary()).toEqual([]);
});

test("neither a live nor a test key may reach this machine, by number or by name", async () => {
  changeEnvironmentForTests({ OUTBOUND_ALLOW: undefined });
  for (const as of [await createTestKey(scope), key]) {
    for (const host of ["127.0.0.1", "localhost", "[::1]"]) {
      const problem = await jsonOf(await post({ ...fields(), audio_url: origin.replace("127.0.0.1", host) }, {}, as));
      expect([host, problem.code]).toEqual([host, "audio_url_not_allowed"]);
    }
  }
  changeEnvironmentForTests({ OUTBOUND_ALLOW: "127.0.0.0/8" });
});

test("a repeat with an Idempotency-Key fetches nothing again; another address is another request", async () => {
  const headers = { "idempotency-key": "url-1" };
  const first = await post({ ...fields(), audio_url: `${origin}/ok?1` }, headers);
  const again = await post({ ...fields(), audio_url: `${origin}/ok?1` }, headers);
  expect(await again.text()).toBe(await first.text());
  expect((await post({ ...fields(), audio_url: `${origin}/ok?2` }, headers)).status).toBe(422);
});

test("a batch accepts or refuses each item by itself, in order, and what it accepted is scored", async () => {
  const { id: scored } = await jsonOf(await callRoute(POST, PATH, { method: "POST", key, body: await oneLineForm() }));
  const used = await uploaded();
  const response = await batch([
    { ...fields(), audio_url: `${origin}/ok`, external_id: "first" },
    { ...fields(), audio_url: "ftp://example.com/a" },
    { ...fields(), upload_id: used },
    { ...fields(), upload_id: used },
    { answer_id: scored, role_benchmark: "retail" },
    { ...fields(), audio_url: `${origin}/nothing` },
    { ...fields(), role_benchmark: "no such role", audio_url: `${origin}/ok` },
    { role_benchmark: "retail" },
    "no object",
    { ...fields(), audio_url: `${origin}/ok`, upload_id: used },
  ]);
  const outcome = await jsonOf(response);
  expect(response.status).toBe(202);
  expect(
    outcome.data.map((item: { status: string; error?: { code: string } }) => item.error?.code ?? item.status),
  ).toEqual([
    ...["queued", "invalid_field", "queued", "upload_used", "not_scored", "queued", "unknown_role_benchmark"],
    ...["missing_audio", "invalid_field", "invalid_field"],
  ]);
  expect(outcome).toMatchObject({ accepted: 4, refused: 6 });
  const ids = [0, 2, 5].map((index) => outcome.data[index].id);
  await expect
    .poll(async () => (await Promise.all(ids.map((id) => read(id)))).map(({ status }) => status), { timeout: 30_000 })
    .toEqual(["not_scored", "not_scored", "failed"]);
  expect((await read(ids[2])).error.code).toBe("audio_url_unreachable");
  expect(await read(ids[0])).toMatchObject({ external_id: "first" });
  expect((await readdir(`${recordings()}/${scope.organizationId}`)).includes(used)).toBe(false);
  const left = await withOrganization(scope, ({ answer }) => answer.count({ where: { sourceUrl: { not: null } } }));
  expect(left).toBe(0);
});

test("a batch of 500 takes what its credits allow, once however often it is sent, and gives back what it did not use", async () => {
  const poor = await createTestOrganization("Poor", 7);
  const live = await createTestKey(poor);
  const items = Array.from({ length: 500 }, (_, i) => ({ ...fields(), audio_url: `http://10.0.0.1/${i}` }));
  const headers = { "idempotency-key": "batch-1" };
  const startedAt = performance.now();
  const response = await batch(items, headers, live);
  const durationMs = performance.now() - startedAt;
  const text = await response.text();
  const outcome = JSON.parse(text);
  expect(outcome).toMatchObject({ accepted: 7, refused: 493 });
  expect(outcome.data[7].error).toMatchObject({ code: "insufficient_credits", status: 402 });
  expect(await (await batch(items, headers, live)).text()).toBe(text);
  expect(await countTenantRows(poor)).toMatchObject({ answers: 7 });
  expect(durationMs).toBeLessThan(15_000);
  // An inside address is closed: all of them fail, and are free.
  const first = outcome.data[0].id;
  await expect.poll(async () => (await read(first, live)).status, { timeout: 30_000 }).toBe("failed");
  expect((await read(first, live)).error.code).toBe("audio_url_not_allowed");
  const account = () => withOrganization(poor, ({ creditAccount }) => creditAccount.findFirst());
  await expect.poll(account, { timeout: 30_000 }).toMatchObject({ balance: 700, reserved: 0 });
});

test("a batch is refused as a whole only where it is no batch", async () => {
  const send = async (body: string) =>
    (await callRoute(postBatch, `${PATH}/batch`, { method: "POST", key, headers: JSON_TYPE, body })).status;
  expect(await send('{"items":[]}')).toBe(422);
  expect(await send(JSON.stringify({ items: Array.from({ length: 501 }, () => 1) }))).toBe(422);
  expect(await send('{"items":[1],"x":1}')).toBe(422);
  expect(await send("[1]")).toBe(422);
  expect(await send('{"items":[{"a":1,"a":2}]}')).toBe(400);
});
