import { createHash, randomBytes } from "node:crypto";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as one from "@/app/v1/uploads/[id]/route";
import { OPTIONS, POST } from "@/app/v1/uploads/route";
import { createTestKey } from "@/lib/auth/testing/create-test-key";
import { changeEnvironmentForTests } from "@/lib/config/environment";
import type { OrganizationScope } from "@/lib/db/scope";
import { createTestOrganization } from "@/lib/db/testing/tenant-rows";
import { useTestDatabase } from "@/lib/db/testing/test-database";
import { withOrganization } from "@/lib/db/with-organization";
import { callRoute, jsonOf } from "@/lib/http/testing/call-route";
import { removeExpiredUploads } from "@/lib/jobs/remove-expired-uploads";

const PATH = "/v1/uploads";
const TUS = { "tus-resumable": "1.0.0" };
const BYTES = { ...TUS, "content-type": "application/offset+octet-stream" };
const DATA = randomBytes(1_000);

useTestDatabase();
let dataDir: string;
let scope: OrganizationScope;
let key: string;
beforeAll(async () => {
  dataDir = await mkdtemp(path.join(os.tmpdir(), "earshot-uploads-"));
  changeEnvironmentForTests({ DATA_DIR: dataDir, MEDIA_MAX_BYTES: "100000000" });
  scope = await createTestOrganization();
  key = await createTestKey(scope);
});
afterAll(() => rm(dataDir, { recursive: true }));

const files = async () => {
  const entries = await readdir(dataDir, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
};
const begin = (headers: Record<string, string>, body: BodyInit | null = null, as = key) =>
  callRoute(POST, PATH, { method: "POST", key: as, headers: { ...TUS, ...headers }, body });
async function begun(size = DATA.length): Promise<string> {
  const response = await begin({ "upload-length": String(size) });
  return (response.headers.get("location") ?? "").slice(PATH.length + 1);
}
const call = (method: "HEAD" | "PATCH" | "DELETE" | "GET", id: string, rest: object = {}) =>
  callRoute(one[method], `${PATH}/${id}`, { method, key, headers: TUS, params: { id }, ...rest });
const send = (id: string, offset: number | string, body: BodyInit, headers: Record<string, string> = {}) =>
  call("PATCH", id, { headers: { ...BYTES, "upload-offset": String(offset), ...headers }, body });
const piece = (from: number, to: number) => new Uint8Array(DATA.subarray(from, to));

async function expectProblem(response: Response, status: number, code: string): Promise<void> {
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  expect([response.status, (await jsonOf(response)).code]).toEqual([status, code]);
}

test("an upload is announced, sent in parts, and says where it stands in each answer", async () => {
  const metadata = `filename ${Buffer.from("../../etc/passwd").toString("base64")},note`;
  const created = await begin({ "upload-length": "1000", "upload-metadata": metadata });
  expect(created.status).toBe(201);
  const id = created.headers.get("location")?.slice(PATH.length + 1) ?? "";
  expect(id).toMatch(/^upl_/);
  expect(created.headers.get("tus-resumable")).toBe("1.0.0");
  expect(Date.parse(created.headers.get("upload-expires") ?? "")).toBeGreaterThan(Date.now() + 86_000_000);
  const first = await send(id, 0, piece(0, 400));
  expect([first.status, first.headers.get("upload-offset")]).toEqual([204, "400"]);
  const head = await call("HEAD", id);
  expect([head.status, head.headers.get("upload-offset"), head.headers.get("upload-length")]).toEqual([
    200,
    "400",
    "1000",
  ]);
  expect(head.headers.get("upload-metadata")?.split(",").toSorted()).toEqual(metadata.split(",").toSorted());
  expect(head.headers.get("cache-control")).toBe("no-store");
  expect((await send(id, 400, piece(400, 1_000))).headers.get("upload-offset")).toBe("1000");
  expect(await jsonOf(await call("GET", id))).toMatchObject({
    ...{ id, object: "upload", status: "complete", size: 1_000, received_bytes: 1_000 },
    metadata: { filename: "../../etc/passwd", note: "" },
  });
  expect((await files()).every((file) => file.startsWith(path.join(dataDir, "recordings", scope.organizationId)))).toBe(
    true,
  );
});

test("the first bytes may come with the announcement", async () => {
  const response = await begin({ "upload-length": "1000", "content-type": BYTES["content-type"] }, piece(0, 250));
  expect([response.status, response.headers.get("upload-offset")]).toEqual([201, "250"]);
});

test("bytes at another offset than the upload stands at are refused with 409, and none are kept", async () => {
  const id = await begun();
  await send(id, 0, piece(0, 400));
  for (const offset of [0, 399, 401]) {
    await expectProblem(await send(id, offset, piece(0, 10)), 409, "upload_offset_mismatch");
  }
  expect((await call("HEAD", id)).headers.get("upload-offset")).toBe("400");
});

test("of ten that send the same bytes at once one is taken, and the upload holds them once", async () => {
  const id = await begun();
  const responses = await Promise.all(Array.from({ length: 10 }, (_, i) => send(id, 0, piece(0, 100 + i))));
  const taken = responses.filter((response) => response.status === 204);
  expect(taken).toHaveLength(1);
  expect(responses.filter((response) => response.status === 409)).toHaveLength(9);
  const offset = taken[0]?.headers.get("upload-offset");
  expect((await call("HEAD", id)).headers.get("upload-offset")).toBe(offset);
  expect((await files()).filter((file) => file.includes(id))).toHaveLength(1);
});

test("bytes are checked against their sum: wrong ones are refused with 460 and can be sent again", async () => {
  for (const algorithm of ["sha1", "sha256"]) {
    const id = await begun();
    const sum = createHash(algorithm).update(piece(0, 600)).digest("base64");
    const checksum = { "upload-checksum": `${algorithm} ${sum}` };
    await expectProblem(await send(id, 0, piece(1, 601), checksum), 460, "upload_checksum_mismatch");
    await expectProblem(await send(id, 0, piece(0, 601), checksum), 460, "upload_checksum_mismatch");
    expect((await call("HEAD", id)).headers.get("upload-offset")).toBe("0");
    expect((await send(id, 0, piece(0, 600), checksum)).headers.get("upload-offset")).toBe("600");
  }
});

test("what the headers must not hold is refused: versions, sizes, offsets, metadata, sums, types", async () => {
  const id = await begun();
  const version = await callRoute(POST, PATH, { method: "POST", key, headers: { "upload-length": "1" } });
  expect(version.headers.get("tus-version")).toBe("1.0.0");
  await expectProblem(version, 412, "unsupported_upload_version");
  for (const size of ["", "-1", "1e3", "1.5", "0x10", "9".repeat(40), "0", "1, 2"]) {
    await expectProblem(await begin({ "upload-length": size }), 400, "invalid_request");
  }
  await expectProblem(await begin({ "upload-length": "100000001" }), 413, "media_too_large");
  await expectProblem(await begin({ "upload-defer-length": "1" }), 400, "invalid_request");
  const bad = [
    "a ?",
    "a b c",
    "a YQ==,a YQ==",
    "__proto__ YQ==",
    `n ${Buffer.from("a\0").toString("base64")}`,
    "n /w==",
  ];
  for (const metadata of [...bad, "x".repeat(5_000), ",", "a,".repeat(30) + "b"]) {
    await expectProblem(await begin({ "upload-length": "9", "upload-metadata": metadata }), 400, "invalid_request");
  }
  for (const offset of ["", "-1", "NaN", "1e1"]) {
    await expectProblem(await send(id, offset, "x"), 400, "invalid_request");
  }
  for (const checksum of ["md5 YQ==", "sha1", "sha1 YQ==", "sha1 ???"]) {
    await expectProblem(await send(id, 0, "x", { "upload-checksum": checksum }), 400, "invalid_request");
  }
  await expectProblem(await send(id, 0, "x", { "content-type": "text/plain" }), 415, "unsupported_content_type");
  for (const odd of ["upl_x", "..%2f..", "upl_01ARZ3NDEKTSV4RRFFQ69G5FAV\r\nx: y"]) {
    await expectProblem(
      await callRoute(one.HEAD, `${PATH}/x`, { method: "HEAD", key, headers: TUS, params: { id: odd } }),
      404,
      "not_found",
    );
  }
});

test("more bytes than were announced are refused, and only the announced ones are kept", async () => {
  const id = await begun(10);
  await expectProblem(await send(id, 0, "0123456789X"), 413, "media_too_large");
  expect((await call("HEAD", id)).headers.get("upload-offset")).toBe("10");
  await expectProblem(await send(id, 10, "X"), 413, "media_too_large");
});

test("another organization's upload is not there, whatever is done with it; without a key nothing is", async () => {
  const id = await begun();
  const foreign = await createTestKey(await createTestOrganization());
  const options = { key: foreign, headers: { ...BYTES, "upload-offset": "0" }, body: "x" };
  await expectProblem(await call("PATCH", id, options), 404, "not_found");
  for (const method of ["HEAD", "GET", "DELETE"] as const) {
    await expectProblem(await call(method, id, { key: foreign }), 404, "not_found");
    await expectProblem(await call(method, id, { key: null }), 401, "unauthorized");
  }
  expect((await call("HEAD", id)).status).toBe(200);
});

test("DELETE erases what arrived; after it the upload is not there", async () => {
  const id = await begun();
  await send(id, 0, piece(0, 400));
  expect((await files()).filter((file) => file.includes(id))).toHaveLength(1);
  expect((await call("DELETE", id)).status).toBe(204);
  expect((await files()).filter((file) => file.includes(id))).toEqual([]);
  await expectProblem(await call("HEAD", id), 404, "not_found");
});

test("an upload that is not used in time answers 410, its bytes are erased, and a day later it is forgotten", async () => {
  const id = await begun();
  await send(id, 0, piece(0, 400));
  const expire = (agoMs: number) =>
    withOrganization(scope, ({ upload }) =>
      upload.update({ where: { id }, data: { expiresAt: new Date(Date.now() - agoMs) } }),
    );
  await expire(1_000);
  await expectProblem(await send(id, 400, "x"), 410, "upload_expired");
  await removeExpiredUploads();
  expect((await files()).filter((file) => file.includes(id))).toEqual([]);
  await expectProblem(await call("HEAD", id), 410, "upload_expired");
  await expire(25 * 3_600_000);
  await removeExpiredUploads();
  await expectProblem(await call("HEAD", id), 404, "not_found");
});

test("at most 50 uploads of an organization are open, also when they are begun at once", async () => {
  const own = await createTestKey(await createTestOrganization());
  const responses = await Promise.all(Array.from({ length: 55 }, () => begin({ "upload-length": "9" }, null, own)));
  expect(responses.filter((response) => response.status === 201)).toHaveLength(50);
  await expectProblem(await begin({ "upload-length": "9" }, null, own), 409, "too_many_uploads");
  expect((await begin({ "upload-length": "9" })).status).toBe(201);
});

test("a repeated announcement with an Idempotency-Key gives the same upload", async () => {
  const headers = { "upload-length": "1000", "idempotency-key": "up-1" };
  const [first, again] = [await begin(headers), await begin(headers)];
  expect(again.headers.get("location")).toBe(first.headers.get("location"));
  expect([again.status, again.headers.get("tus-resumable")]).toEqual([201, "1.0.0"]);
  await expectProblem(await begin({ ...headers, "upload-length": "2" }), 422, "idempotency_key_reused");
});

test("OPTIONS says what is spoken here", async () => {
  const response = await callRoute(OPTIONS, PATH, { method: "OPTIONS" });
  expect(response.status).toBe(204);
  expect(response.headers.get("tus-extension")?.split(",")).toEqual(
    expect.arrayContaining(["creation", "creation-with-upload", "termination", "expiration", "checksum"]),
  );
  expect(response.headers.get("tus-max-size")).toBe("100000000");
});
