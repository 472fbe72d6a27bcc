import { createServer, type IncomingMessage, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, expect, test } from "vitest";
import { setServerLimits } from "@/lib/http/server-limits";

const SHORT_MS = 200;
const LOOK_MS = 50;
let server: Server;

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

/** A server that answers with the length of the body, and gives a request up as early as Node can be told to. */
async function listen(): Promise<number> {
  const options = { requestTimeout: SHORT_MS, headersTimeout: SHORT_MS, connectionsCheckingInterval: LOOK_MS };
  server = createServer(options, (incoming, outgoing) => {
    let bytes = 0;
    incoming.on("data", (chunk: Buffer) => (bytes += chunk.length)).on("error", () => undefined);
    incoming.on("end", () => outgoing.end(String(bytes)));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A listening TCP server has no other kind of address.
  return (server.address() as AddressInfo).port;
}

/** Sends a body for several times as long as the server's first limit. */
async function sendSlowly(port: number): Promise<number | string> {
  const outgoing = request({ port, host: "127.0.0.1", method: "POST" });
  const answer = new Promise<number | string>((resolve) => {
    outgoing.on("response", (response: IncomingMessage) => resolve(response.statusCode ?? 0));
    outgoing.on("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? "error"));
  });
  for (let sent = 0; sent < 10 && !outgoing.destroyed; sent++) {
    outgoing.write("slow");
    await sleep(SHORT_MS / 2);
  }
  outgoing.end();
  return answer;
}

test("an upload over a slow line is not cut off after the time that Node gives a request", async () => {
  expect(await sendSlowly(await listen())).not.toBe(200);
  setServerLimits();
  expect(await sendSlowly(await listen())).toBe(200);
});
