import { createHash } from "node:crypto";
import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { createServer, request as httpRequest, type ClientRequest, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { EarshotError } from "@/lib/errors/error-codes";
import { readMultipart } from "@/lib/http/multipart";
import { problemResponse } from "@/lib/http/problem";
import { DiskStore } from "@/lib/storage/disk-store";
import type { IncomingObject } from "@/lib/storage/object-store";

const MEBIBYTE = 1024 * 1024;
const BOUNDARY = "-----------------------------7a1b2c3d4e5f";
const CHUNK = Buffer.alloc(MEBIBYTE, "earshot audio ");

let server: Server;
let folder: string;
let maxFileBytes = 300 * MEBIBYTE;
let peakBytes = 0;

/** A server that reads uploads as the API does: the request's own stream behind a web Request, as Next hands it over. */
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "earshot-multipart-"));
  const store = new DiskStore(folder);
  server = createServer((incoming, outgoing) => {
    const request = new Request("http://earshot.test/", {
      method: "POST",
      headers: { "content-type": incoming.headers["content-type"] ?? "" },
      // undici takes any async iterable, the DOM's declaration does not know that.
      body: incoming as unknown as ReadableStream,
      ...({ duplex: "half" } as object),
    });
    const reading = readMultipart<IncomingObject>(request, {
      fileField: "audio",
      repeatable: ["tags"],
      maxFields: 5,
      maxFieldBytes: 1_000,
      maxFileBytes,
      receiveFile: ({ stream }) => store.receive(stream),
      discardFile: (file) => store.discard(file),
    });
    void reading
      .then(async ({ fields, file }) => {
        if (file) await store.discard(file);
        return Response.json({ fields: [...fields], sha256: file?.sha256, bytes: file?.bytes });
      })
      .catch((error: unknown) => {
        if (error instanceof EarshotError) return problemResponse(error, "req_test");
        throw error;
      })
      .then(async (response) => outgoing.writeHead(response.status).end(await response.text()));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await rm(folder, { recursive: true });
});

function open(): { request: ClientRequest; answer: Promise<{ status: number; body: string }> } {
  const { port } = server.address() as AddressInfo; // a listening TCP server has no other kind of address
  const headers = { "content-type": `multipart/form-data; boundary=${BOUNDARY}` };
  const request = httpRequest({ port, host: "127.0.0.1", method: "POST", headers });
  const answer = new Promise<{ status: number; body: string }>((resolve, reject) => {
    request.on("error", reject);
    request.on("response", (response) => {
      let body = "";
      response.setEncoding("utf8").on("data", (text: string) => (body += text));
      response.on("end", () => resolve({ status: response.statusCode ?? 0, body }));
    });
  });
  return { request, answer };
}

const part = (name: string, file = false) =>
  `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"${file ? '; filename="a.wav"' : ""}\r\n\r\n`;
const END = `\r\n--${BOUNDARY}--\r\n`;

/** Writes at the speed of the reader, and watches this process's memory meanwhile. */
async function writeChunks(request: ClientRequest, count: number): Promise<void> {
  for (let i = 0; i < count; i++) {
    if (!request.write(CHUNK)) await new Promise((resolve) => request.once("drain", resolve));
    peakBytes = Math.max(peakBytes, process.memoryUsage().rss);
  }
}

async function send(body: string | Buffer): Promise<{ status: number; body: string }> {
  const { request, answer } = open();
  request.end(body);
  return answer;
}

async function filesLeft(): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
}

test("a recording of 200 MB arrives whole, with memory flat", async () => {
  const { request, answer } = open();
  request.write(part("role_benchmark") + "sales\r\n" + part("audio", true));
  await writeChunks(request, 5);
  const startBytes = process.memoryUsage().rss;
  peakBytes = startBytes;
  await writeChunks(request, 195);
  request.end(END);
  const hash = createHash("sha256");
  for (let i = 0; i < 200; i++) hash.update(CHUNK);
  const { status, body } = await answer;
  expect(status, body).toBe(200);
  const received = { fields: [["role_benchmark", ["sales"]]], sha256: hash.digest("hex"), bytes: 200 * MEBIBYTE };
  expect(JSON.parse(body)).toEqual(received);
  // Sender and receiver share this process; a body held in memory would show as 200 MB.
  expect(peakBytes - startBytes).toBeLessThan(90 * MEBIBYTE);
  expect(await filesLeft()).toEqual([]);
});

test("a client that hangs up in mid-upload leaves no file", async () => {
  const { request, answer } = open();
  answer.catch(() => undefined);
  request.write(part("audio", true));
  await writeChunks(request, 3);
  await expect.poll(filesLeft).toHaveLength(1);
  request.destroy();
  await expect.poll(filesLeft, { timeout: 5_000 }).toEqual([]);
});

test("a file over the limit is refused in words that reach the client while it still sends, and leaves no file", async () => {
  maxFileBytes = 2 * MEBIBYTE;
  try {
    const { request, answer } = open();
    request.write(part("audio", true));
    // A client stops sending once it has its answer.
    const { status, body } = await Promise.race([answer, writeChunks(request, 1_000).then(() => answer)]);
    request.destroy();
    expect(status).toBe(413);
    expect(JSON.parse(body)).toMatchObject({ code: "media_too_large", detail: "At most 2 MB are allowed." });
    await expect.poll(filesLeft).toEqual([]);
  } finally {
    maxFileBytes = 300 * MEBIBYTE;
  }
});

test("a file of exactly the limit is taken", async () => {
  maxFileBytes = 10;
  try {
    expect((await send(`${part("audio", true)}0123456789${END}`)).status).toBe(200);
    expect((await send(`${part("audio", true)}0123456789X${END}`)).status).toBe(413);
  } finally {
    maxFileBytes = 300 * MEBIBYTE;
  }
});

test("a transcript may come as a text field or as a file", async () => {
  for (const asFile of [false, true]) {
    const { body } = await send(`${part("transcript", asFile)}WEBVTT\n\n…${END}`);
    expect(JSON.parse(body).fields).toEqual([["transcript", ["WEBVTT\n\n…"]]]);
  }
});

test("a field that may be repeated keeps its values in the order of arrival", async () => {
  const { body } = await send(`${part("tags")}a\r\n${part("tags")}b${END}`);
  expect(JSON.parse(body).fields).toEqual([["tags", ["a", "b"]]]);
});

test.each([
  ["no boundary inside", "hello", 400],
  ["ends inside a file", part("audio", true) + "RIFF", 400],
  ["ends inside a field", part("prompt") + "tell", 400],
  ["ends inside part headers", `--${BOUNDARY}\r\nContent-Dispo`, 400],
  ["an empty body", "", 400],
  ["too many parts", Array.from({ length: 20 }, (_, i) => `${part(`f${i}`)}x\r\n`).join("") + END.slice(2), 400],
  ["a field that is too long", part("prompt") + "x".repeat(2_000) + END, 422],
  ["a text file that is too long", part("transcript", true) + "x".repeat(2_000) + END, 422],
  ["a field that stands twice", `${part("prompt")}a\r\n${part("prompt")}b${END}`, 422],
  ["a field that is not UTF-8", Buffer.from(`${part("prompt")}caf\u00e9${END}`, "latin1"), 422],
  ["a text file that is not UTF-8", Buffer.from(`${part("prompt", true)}caf\u00e9${END}`, "latin1"), 422],
  ["two recordings", `${part("audio", true)}a\r\n${part("audio", true)}b${END}`, 422],
])("a broken form is refused and leaves no file: %s", async (_, body, status) => {
  expect((await send(body)).status).toBe(status);
  expect(await filesLeft()).toEqual([]);
});

test("temporary files of interrupted processes are removed at start, those in use are not", async () => {
  const store = new DiskStore(folder);
  const { Readable } = await import("node:stream");
  const old = await store.receive(Readable.from([Buffer.from("old")]));
  const fresh = await store.receive(Readable.from([Buffer.from("fresh")]));
  const { utimes } = await import("node:fs/promises");
  const longAgo = new Date(Date.now() - 2 * 3_600_000);
  await utimes(old.path, longAgo, longAgo);
  await store.removeAbandoned();
  await expect(stat(old.path)).rejects.toThrow("ENOENT");
  expect((await stat(fresh.path)).size).toBe(5);
  await store.discard(fresh);
});
