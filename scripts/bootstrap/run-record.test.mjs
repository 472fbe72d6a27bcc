import { once } from "node:events";
import fs from "node:fs";
import http from "node:http";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { claimWhenFree } from "./run-record.mjs";

let dataDir;
beforeEach(() => {
  dataDir = fs.mkdtempSync(path.join(os.tmpdir(), "earshot-claim-"));
});
afterEach(() => fs.rmSync(dataDir, { recursive: true }));

test("a second start is told the address where the first one answers", async () => {
  const server = http.createServer((request, response) =>
    response.writeHead(request.url === "/healthz" ? 200 : 404).end(),
  );
  await once(server.listen(0, "127.0.0.1"), "listening");
  const url = `http://127.0.0.1:${server.address().port}`;
  const claim = await claimWhenFree(dataDir);
  claim.write({ url, children: [] });
  expect(await claimWhenFree(dataDir)).toEqual({ runningAt: url });
  await new Promise((resolve) => server.close(resolve));
});

test("a start goes on once another one that did not answer has ended", async () => {
  const first = await claimWhenFree(dataDir);
  first.write({ url: "http://127.0.0.1:1", children: [] });
  setTimeout(first.release, 100);
  expect(await claimWhenFree(dataDir)).toHaveProperty("release");
});

test("a lock that a killed start left behind does not stop the next one", async () => {
  fs.writeFileSync(path.join(dataDir, "up.lock"), JSON.stringify({ pid: process.ppid, start: "earlier", id: "a" }));
  expect(await claimWhenFree(dataDir)).toHaveProperty("release");
});

test("another start that neither answers nor ends is named", async () => {
  await claimWhenFree(dataDir);
  await expect(claimWhenFree(dataDir, 50)).rejects.toThrow(`Process ${process.pid} holds`);
});
