import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { createHash } from "node:crypto";
import { Upload, type UploadOptions } from "tus-js-client";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as one from "@/app/v1/uploads/[id]/route";
import * as all from "@/app/v1/uploads/route";
import { createTestKey } from "@/lib/auth/testing/create-test-key";
import { changeEnvironmentForTests } from "@/lib/config/environment";
import type { OrganizationScope } from "@/lib/db/scope";
import { createTestOrganization } from "@/lib/db/testing/tenant-rows";
import { useTestDatabase } from "@/lib/db/testing/test-database";
import type { RouteHandler } from "@/lib/http/route";
import { openStore } from "@/lib/storage/open-store";
import { getUpload } from "@/lib/uploads/data";
import { openUpload } from "@/lib/uploads/open-upload";

const MEBIBYTE = 1024 * 1024;

useTestDatabase();
let dataDir: string;
let scope: OrganizationScope;
let key: string;
let server: Server;
let endpoint: string;
/** Closes the next connection that sends bytes, after this many of them; 0 = none. */
let cutAfterBytes = 0;

/** The routes behind a real server: the request's own stream inside a web Request, as Next hands it over. */
beforeAll(async () => {
  dataDir = await mkdtemp(path.join(os.tmpdir(), "earshot-tus-"));
  changeEnvironmentForTests({ DATA_DIR: dataDir, BODY_IDLE_SECONDS: "1", MEDIA_MAX_BYTES: String(300 * MEBIBYTE) });
  scope = await createTestOrganization();
  key = await createTestKey(scope);
  server = createServer((incoming, outgoing) => {
    if (cutAfterBytes > 0 && incoming.method === "PATCH") {
      let left = cutAfterBytes;
      cutAfterBytes = 0;
      incoming.on("data", (chunk: Buffer) => (left -= chunk.length) < 0 && incoming.socket.destroy());
    }
    const url = new URL(incoming.url ?? "/", "http://earshot.test");
    const id = url.pathname.split("/")[3];
    // Which methods an address has is what is tested.
    const handlers = (id === undefined ? all : one) as unknown as Record<string, RouteHandler | undefined>;
    const hasBody = !["GET", "HEAD", "OPTIONS", "DELETE"].includes(incoming.method ?? "");
    const request = new Request(url, {
      method: incoming.method ?? "GET",
      // Node's headers are text, or lists of text that these requests do not have.
      headers: incoming.headers as Record<string, string>,
      ...(hasBody && { body: Readable.toWeb(incoming) as ReadableStream, duplex: "half" }),
    });
    const handler = handlers[incoming.method ?? ""];
    void handler?.(request, { params: Promise.resolve({ id }) }).then((response) => answer(response, outgoing));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A listening TCP server has no other kind of address.
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/uploads`;
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await rm(dataDir, { recursive: true });
});

async function answer(response: Response, outgoing: ServerResponse): Promise<void> {
  outgoing.writeHead(response.status, Object.fromEntries(response.headers)).end(await response.text());
}

function upload(file: Buffer | Readable, options: Partial<UploadOptions> = {}) {
  const progress: number[] = [];
  const done = new Promise<string>((resolve, reject) => {
    const client = new Upload(file, {
      ...{ endpoint, headers: { authorization: `Bearer ${key}` }, retryDelays: [0, 50, 200] },
      metadata: { filename: "answer.webm" },
      onProgress: (sent) => progress.push(sent),
      onError: reject,
      onSuccess: () => resolve(client.url?.split("/").at(-1) ?? ""),
      ...options,
    });
    client.start();
  });
  return { done, progress };
}

async function sha256Of(id: string): Promise<string> {
  const record = await getUpload(scope, id);
  expect(record.state).toBe("complete");
  const opened = await openUpload(scope, openStore(), record);
  await openStore().discard(opened);
  return opened.sha256;
}
const sha256 = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");
const randomFile = (bytes: number) => Buffer.alloc(bytes, createHash("sha512").update(String(bytes)).digest());

test("the usual client sends a file whole, in parts, and with its announcement", async () => {
  const file = randomFile(3 * MEBIBYTE + 7);
  for (const options of [{}, { chunkSize: MEBIBYTE }, { uploadDataDuringCreation: true, chunkSize: MEBIBYTE }]) {
    expect(await sha256Of(await upload(file, options).done)).toBe(sha256(file));
  }
});

test("a connection that breaks in mid-file is resumed by the client from what was kept, not from the start", async () => {
  const file = randomFile(30 * MEBIBYTE);
  cutAfterBytes = 20 * MEBIBYTE;
  const offsets: string[] = [];
  const { done } = upload(file, {
    onAfterResponse: (request, response) => {
      if (request.getMethod() === "HEAD") offsets.push(response.getHeader("Upload-Offset") ?? "");
    },
  });
  expect(await sha256Of(await done)).toBe(sha256(file));
  expect(Number(offsets[0])).toBeGreaterThanOrEqual(16 * MEBIBYTE);
});

test("a client that stalls is given up with what it had sent kept, and its connection is closed", async () => {
  const created = await fetch(endpoint, {
    method: "POST",
    headers: { authorization: `Bearer ${key}`, "tus-resumable": "1.0.0", "upload-length": "1000" },
  });
  const location = new URL(created.headers.get("location") ?? "", endpoint);
  const headers = { authorization: `Bearer ${key}`, "tus-resumable": "1.0.0" };
  const stalling = new ReadableStream({ start: (controller) => controller.enqueue(new Uint8Array(400)) });
  const type = { "content-type": "application/offset+octet-stream", "upload-offset": "0" };
  const options = { method: "PATCH", headers: { ...headers, ...type }, body: stalling, duplex: "half" };
  const response = await fetch(location, options as RequestInit);
  expect([response.status, (await response.json()).code]).toEqual([408, "request_timeout"]);
  expect(response.headers.get("connection")).toBe("close");
  const head = await fetch(location, { method: "HEAD", headers });
  expect(head.headers.get("upload-offset")).toBe("400");
});

test("200 MB are taken in with memory flat", async () => {
  const chunk = randomFile(MEBIBYTE);
  const hash = createHash("sha256");
  let peakBytes = 0;
  let startBytes = Number.POSITIVE_INFINITY;
  const watch = setInterval(() => {
    const { rss } = process.memoryUsage();
    startBytes = Math.min(startBytes, rss);
    peakBytes = Math.max(peakBytes, rss);
  }, 5);
  const file = Readable.from(
    (function* () {
      for (let i = 0; i < 200; i++) {
        hash.update(chunk);
        yield chunk;
      }
    })(),
    { highWaterMark: 1 },
  );
  const id = await upload(file, { uploadSize: 200 * MEBIBYTE, chunkSize: 16 * MEBIBYTE }).done;
  clearInterval(watch);
  expect(await sha256Of(id)).toBe(hash.digest("hex"));
  // The client holds a chunk of 16 MB, twice; a body held in memory would show as 200 MB.
  expect(peakBytes - startBytes).toBeLessThan(130 * MEBIBYTE);
}, 60_000);
