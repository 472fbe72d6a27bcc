import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { OutboundRules } from "@/lib/outbound/refuse-address";
import { KEPT_RESPONSE_CHARACTERS } from "@/lib/webhooks/constants";
import { EXAMPLE_EVENT, EXAMPLE_HEADERS, EXAMPLE_SECRET } from "@/lib/webhooks/example-event";
import { isGone, sendEvent } from "@/lib/webhooks/send-event";
import { signEvent } from "@/lib/webhooks/sign-event";

const SECRET = `whsec_${Buffer.from("a secret of thirty-two bytes ...").toString("base64")}`;
const OPEN: OutboundRules = { allowLoopback: true, allow: [] };
const BODY = JSON.stringify({ type: "webhook.test", id: "whe_1" });
const SOON_MS = 300;

const answers: Record<string, (response: ServerResponse) => void> = {
  "/taken": (response) => response.writeHead(204).end(),
  "/broken": (response) => response.writeHead(500).end("x".repeat(5_000)),
  "/gone": (response) => response.writeHead(410).end(),
  "/moved": (response) => response.writeHead(302, { location: "/taken" }).end(),
  "/hangs": () => undefined,
  "/begins": (response) => response.writeHead(200).write("begun"),
  "/breaks-off": (response) => response.socket?.destroy(),
  "/nul": (response) => response.writeHead(400).end("a\0b"),
};
const seen: string[] = [];
let server: Server;
let origin: string;
beforeAll(async () => {
  server = createServer((request, response) => {
    seen.push(request.url ?? "");
    answers[request.url ?? ""]?.(response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A listening TCP server has no other kind of address.
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const send = (url: string, rules = OPEN) =>
  sendEvent(url, { headers: signEvent("evt_1", new Date(), BODY, [SECRET]), body: BODY }, rules, SOON_MS);

test("only a 2xx within the time is taken; everything else says what was answered", async () => {
  expect(await send(`${origin}/taken`)).toMatchObject({ status: 204, error: null });
  expect(await send(`${origin}/broken`)).toMatchObject({ status: 500, error: "The endpoint answered with 500." });
  expect(await send(`${origin}/breaks-off`)).toMatchObject({
    status: null,
    error: expect.stringContaining("broke off"),
  });
  expect(await send(`${origin}/hangs`)).toMatchObject({ status: null, error: expect.stringContaining("too long") });
});

test("a redirect is a failure, and what is behind it is never asked", async () => {
  seen.length = 0;
  expect(await send(`${origin}/moved`)).toMatchObject({ status: 302, error: expect.stringContaining("not followed") });
  expect(seen).toEqual(["/moved"]);
});

test("of an answer only its first part is kept, and one that never ends does not hold the try up", async () => {
  expect((await send(`${origin}/broken`)).responseBody).toHaveLength(KEPT_RESPONSE_CHARACTERS);
  expect((await send(`${origin}/nul`)).responseBody).toBe("a�b");
  const endless = await send(`${origin}/begins`);
  expect(endless).toMatchObject({ status: 200, error: null });
  expect(endless.durationMs).toBeLessThan(10 * SOON_MS);
});

test("410 is told apart: it ends the endpoint", async () => {
  expect(isGone(await send(`${origin}/gone`))).toBe(true);
  expect(isGone(await send(`${origin}/broken`))).toBe(false);
});

test("an address that is not on the open internet is not connected to, by number or by name", async () => {
  seen.length = 0;
  const live = { allowLoopback: false, allow: [] };
  for (const url of [`${origin}/taken`, `${origin}/taken`.replace("127.0.0.1", "localhost")]) {
    expect(await send(url, live)).toMatchObject({ status: null, error: expect.stringContaining("OUTBOUND_ALLOW") });
  }
  expect(seen).toEqual([]);
});

test("while a secret is being changed, both receivers know the event as ours", () => {
  const other = `whsec_${Buffer.from("another secret of 32 bytes .....").toString("base64")}`;
  const headers = { ...signEvent("evt_1", new Date(), BODY, [SECRET, other]) };
  for (const secret of [SECRET, other]) expect(new Webhook(secret).verify(BODY, headers)).toEqual(JSON.parse(BODY));
  expect(() => new Webhook(SECRET).verify(BODY.replace("whe_1", "whe_2"), headers)).toThrow();
});

test("the example of the documentation verifies with its secret, as a receiver would", () => {
  const headers = Object.fromEntries(EXAMPLE_HEADERS.split("\n").map((line) => line.split(": ")));
  vi.setSystemTime(EXAMPLE_EVENT.created_at);
  expect(new Webhook(EXAMPLE_SECRET).verify(JSON.stringify(EXAMPLE_EVENT), headers)).toEqual(EXAMPLE_EVENT);
  vi.useRealTimers();
});
