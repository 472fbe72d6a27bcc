import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { POST as score } from "@/app/v1/soft-skills-score/route";
import { GET as getDelivery } from "@/app/v1/webhook-deliveries/[id]/route";
import { POST as replay } from "@/app/v1/webhook-deliveries/[id]/replay/route";
import { GET as listDeliveries } from "@/app/v1/webhook-deliveries/route";
import { DELETE, GET as getEndpoint, PATCH } from "@/app/v1/webhook-endpoints/[id]/route";
import { POST as rotate } from "@/app/v1/webhook-endpoints/[id]/rotate-secret/route";
import { POST as sendTest } from "@/app/v1/webhook-endpoints/[id]/test/route";
import { GET as listEndpoints, POST as create } from "@/app/v1/webhook-endpoints/route";
import { fixtureFile, oneLineForm, scoreForm } from "@/lib/answers/testing/score-form";
import { createTestKey } from "@/lib/auth/testing/create-test-key";
import { createTestOrganization } from "@/lib/db/testing/tenant-rows";
import { useTestDatabase } from "@/lib/db/testing/test-database";
import { withSystem } from "@/lib/db/with-system";
import type { RouteHandler } from "@/lib/http/route";
import { callRoute, jsonOf } from "@/lib/http/testing/call-route";
import { recoverDeliveries } from "@/lib/jobs/recover-deliveries";
import { sender } from "@/lib/jobs/enqueue";
import { MAX_ENDPOINTS, RETRY_AFTER_SECONDS } from "@/lib/webhooks/constants";
import { useWorker } from "@/lib/worker/testing/use-worker";

const ENDPOINTS = "/v1/webhook-endpoints";
const DELIVERIES = "/v1/webhook-deliveries";
const PATIENCE = { timeout: 20_000, interval: 50 };

interface Received {
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body: string;
}

useTestDatabase();
useWorker();
let key: string;
let server: Server;
let origin: string;
let received: Received[] = [];
let answer: (response: ServerResponse, received: Received) => void;

beforeAll(async () => {
  server = createServer((request, response) => void take(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A listening TCP server has no other kind of address.
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(async () => {
  // Of a test key, so that the receiver may be on this machine.
  key = await createTestKey(await createTestOrganization(), { livemode: false });
  received = [];
  answer = (response) => response.writeHead(204).end();
});

async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  // A request's chunks are Buffers unless an encoding is set.
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
  const event = { path: request.url ?? "", headers, body: Buffer.concat(chunks).toString("utf8") };
  received.push(event);
  answer(response, event);
}

interface Call {
  readonly method?: string;
  readonly id?: string;
  readonly body?: unknown;
  readonly as?: string;
  readonly headers?: Record<string, string>;
}

function call(handler: RouteHandler, path: string, { method = "POST", id, body, as = key, headers = {} }: Call = {}) {
  return callRoute(handler, path, {
    ...{ method, key: as, headers: { ...(body !== undefined && { "content-type": "application/json" }), ...headers } },
    ...{ body: body === undefined ? null : JSON.stringify(body), params: id === undefined ? {} : { id } },
  });
}

const createEndpoint = async (fields: object = {}, as = key) =>
  jsonOf(await call(create, ENDPOINTS, { body: { url: `${origin}/hook`, ...fields }, as }));

const readDelivery = async (id: string) =>
  jsonOf(await call(getDelivery, `${DELIVERIES}/${id}`, { method: "GET", id }));

/** Waits until a delivery has had so many tries. */
async function afterTries(id: string, attempts: number) {
  await vi.waitFor(async () => expect((await readDelivery(id)).log).toHaveLength(attempts), PATIENCE);
  return readDelivery(id);
}

/** Lets the queue's clock reach the next try: what was planned for later is due now. */
async function hasten(): Promise<void> {
  await queueSql("update pgboss.job set start_after = now() where name = 'webhook.deliver' and state = 'created'");
}

/** As the queue's owner: no tenant may touch its tables. */
async function queueSql(sql: string): Promise<void> {
  await (await sender()).getDb().executeSql(sql, []);
}

test("a result is told to the endpoint at once, signed, and with no word about the person", async () => {
  const { secret, id } = await createEndpoint();
  const form = await oneLineForm({
    external_id: "application-7",
    candidate: JSON.stringify({ name: "Ada Example", email: "ada@example.com" }),
  });
  const response = await callRoute(score, "/v1/soft-skills-score", { method: "POST", key, body: form });
  const result = await jsonOf(response);
  await vi.waitFor(() => expect(received).toHaveLength(1), PATIENCE);
  const [event] = received;
  expect(new Webhook(secret).verify(event?.body ?? "", event?.headers ?? {})).toEqual({
    ...{ type: "soft_skills_score.completed", id: result.id, external_id: "application-7", status: result.status },
    ...{ livemode: false, created_at: expect.any(String) },
  });
  expect(event?.headers["content-type"]).toBe("application/json");
  const page = await jsonOf(await call(listDeliveries, `${DELIVERIES}?endpoint_id=${id}`, { method: "GET" }));
  await vi.waitFor(async () => expect((await readDelivery(page.data[0].id)).state).toBe("delivered"), PATIENCE);
});

test("a run that failed is told as such; an endpoint hears only what it asked for", async () => {
  await createEndpoint({ url: `${origin}/all` });
  await createEndpoint({ url: `${origin}/completed`, events: ["soft_skills_score.completed"] });
  const form = await scoreForm({ audio: await fixtureFile("silence.mp3") });
  const response = await callRoute(score, "/v1/soft-skills-score", { method: "POST", key, body: form });
  expect(response.status).toBe(422);
  await vi.waitFor(() => expect(received).toHaveLength(1), PATIENCE);
  expect(received[0]?.path).toBe("/all");
  expect(JSON.parse(received[0]?.body ?? "")).toMatchObject({ type: "soft_skills_score.failed", status: "failed" });
});

test("the secret is shown when it is made and never again, also not in what is kept for repeats", async () => {
  const headers = { "idempotency-key": "endpoint-1" };
  const body = { url: `${origin}/hook`, description: "Mine" };
  const first = await jsonOf(await call(create, ENDPOINTS, { body, headers }));
  const again = await call(create, ENDPOINTS, { body, headers });
  expect(again.status).toBe(201);
  expect(await jsonOf(again)).toEqual(first);
  const kept = await withSystem(({ idempotencyKey }) => idempotencyKey.findMany({ select: { body: true } }));
  expect(JSON.stringify(kept)).not.toContain("whsec_");
  const one = await jsonOf(await call(getEndpoint, `${ENDPOINTS}/${first.id}`, { method: "GET", id: first.id }));
  const { secret, ...shown } = first;
  expect(secret).toMatch(/^whsec_/);
  expect(one).toEqual(shown);
  const list = await jsonOf(await call(listEndpoints, ENDPOINTS, { method: "GET" }));
  expect(list).toEqual({ data: [shown], has_more: false, next_cursor: null });
});

test("a receiver that fails is asked ten times over three days, and then the delivery has failed", async () => {
  answer = (response) => response.writeHead(500).end("out of order");
  const { id } = await createEndpoint();
  const { id: delivery } = await jsonOf(await call(sendTest, `${ENDPOINTS}/${id}/test`, { id }));
  for (let attempt = 1; attempt <= RETRY_AFTER_SECONDS.length; attempt++) {
    const { state, log, next_attempt_at: next } = await afterTries(delivery, attempt);
    expect(log.at(-1)).toMatchObject({ number: attempt, status: 500, response_body: "out of order" });
    const pause = RETRY_AFTER_SECONDS[attempt];
    if (pause === undefined) {
      expect({ state, next }).toEqual({ state: "failed", next: null });
      break;
    }
    expect(state).toBe("pending");
    const waits = (Date.parse(next) - Date.parse(log.at(-1).created_at)) / 1_000;
    expect(Math.abs(waits - pause)).toBeLessThan(2);
    await hasten();
  }
  expect(received).toHaveLength(10);
  expect(new Set(received.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
});

test("a receiver that breaks off, redirects and then takes it has it once as delivered", async () => {
  const turns = [
    (response: ServerResponse) => response.socket?.destroy(),
    (response: ServerResponse) => response.writeHead(302, { location: "/elsewhere" }).end(),
    (response: ServerResponse) => response.writeHead(200).end("thanks"),
  ];
  answer = (response) => turns[received.length - 1]?.(response);
  const { id } = await createEndpoint();
  const { id: delivery } = await jsonOf(await call(sendTest, `${ENDPOINTS}/${id}/test`, { id }));
  for (const attempt of [1, 2]) {
    await afterTries(delivery, attempt);
    await hasten();
  }
  const done = await afterTries(delivery, 3);
  expect(done).toMatchObject({ state: "delivered", attempts: 3, next_attempt_at: null });
  expect(done.log.map(({ status }: { status: number | null }) => status)).toEqual([null, 302, 200]);
  expect(received.map(({ path }) => path)).toEqual(["/hook", "/hook", "/hook"]);
});

test("410 ends an endpoint with all that waits for it; switched on again, it can be told again", async () => {
  answer = (response) => response.writeHead(500).end();
  const { id } = await createEndpoint();
  const test = () => call(sendTest, `${ENDPOINTS}/${id}/test`, { id });
  const waiting = await jsonOf(await test());
  await afterTries(waiting.id, 1);
  answer = (response) => response.writeHead(410).end();
  const last = await jsonOf(await test());
  await afterTries(last.id, 1);
  const read = async () => jsonOf(await call(getEndpoint, `${ENDPOINTS}/${id}`, { method: "GET", id }));
  expect(await read()).toMatchObject({ disabled: true, disabled_reason: "gone" });
  for (const delivery of [waiting.id, last.id]) expect((await readDelivery(delivery)).state).toBe("failed");
  expect((await test()).status).toBe(409);
  expect((await call(replay, `${DELIVERIES}/${last.id}/replay`, { id: last.id })).status).toBe(409);

  answer = (response) => response.writeHead(200).end();
  const on = await call(PATCH, `${ENDPOINTS}/${id}`, { method: "PATCH", id, body: { disabled: false } });
  expect(await jsonOf(on)).toMatchObject({ disabled: false, disabled_reason: null });
  const again = await call(replay, `${DELIVERIES}/${last.id}/replay`, { id: last.id });
  expect(again.status).toBe(202);
  const replayed = await jsonOf(again);
  expect(replayed.event_id).toBe(last.event_id);
  expect(await afterTries(replayed.id, 1)).toMatchObject({ state: "delivered" });
  expect(received.at(-1)?.headers["webhook-id"]).toBe(last.event_id);
});

test("while a secret is rotated events carry both signatures; with no overlap the old one ends at once", async () => {
  const { id, secret: first } = await createEndpoint();
  const turn = async (overlap_hours: number) =>
    jsonOf(await call(rotate, `${ENDPOINTS}/${id}/rotate-secret`, { id, body: { overlap_hours } }));
  const deliver = async () => {
    const { id: delivery } = await jsonOf(await call(sendTest, `${ENDPOINTS}/${id}/test`, { id }));
    await afterTries(delivery, 1);
    return received.at(-1);
  };
  const second = await turn(1);
  expect(Date.parse(second.previous_secret_until) - Date.now()).toBeGreaterThan(3_500_000);
  const both = await deliver();
  for (const secret of [first, second.secret]) {
    expect(() => new Webhook(secret).verify(both?.body ?? "", both?.headers ?? {})).not.toThrow();
  }
  const third = await turn(0);
  const alone = await deliver();
  expect(() => new Webhook(third.secret).verify(alone?.body ?? "", alone?.headers ?? {})).not.toThrow();
  for (const secret of [first, second.secret]) {
    expect(() => new Webhook(secret).verify(alone?.body ?? "", alone?.headers ?? {})).toThrow();
  }
});

test("a delivery whose job is gone is found and sent", async () => {
  answer = (response) => response.writeHead(503).end();
  const { id } = await createEndpoint();
  const { id: delivery } = await jsonOf(await call(sendTest, `${ENDPOINTS}/${id}/test`, { id }));
  await afterTries(delivery, 1);
  await queueSql("delete from pgboss.job where name = 'webhook.deliver' and state = 'created'");
  const overdue = new Date(Date.now() - 3_600_000);
  await withSystem(({ webhookDelivery }) =>
    webhookDelivery.updateMany({ where: { id: delivery }, data: { nextAttemptAt: overdue } }),
  );
  answer = (response) => response.writeHead(200).end();
  expect(await recoverDeliveries(await sender())).toBe(1);
  expect(await afterTries(delivery, 2)).toMatchObject({ state: "delivered" });
});

test("addresses inside, without https, or that are none are refused with the reason and the place", async () => {
  const live = await createTestKey(await createTestOrganization());
  const urls = [
    ...["http://example.com/hook", "https://10.0.0.1/", "https://127.0.0.1/", "https://169.254.169.254/"],
    ...["https://user:secret@example.com/", "ftp://example.com/"],
  ];
  for (const url of urls) {
    const response = await call(create, ENDPOINTS, { body: { url }, as: live });
    expect({ url, status: response.status }).toEqual({ url, status: 422 });
    expect(await jsonOf(response)).toMatchObject({ code: "webhook_url_not_allowed", errors: [{ pointer: "/url" }] });
  }
  for (const [body, pointer] of [
    [{ url: "no address" }, "/url"],
    [{}, "/url"],
    [{ url: "https://example.com", events: ["something.else"] }, "/events/0"],
    [{ url: "https://example.com", colour: "red" }, "/colour"],
  ] as const) {
    const response = await call(create, ENDPOINTS, { body, as: live });
    expect(response.status).toBe(422);
    expect((await jsonOf(response)).errors[0].pointer).toBe(pointer);
  }
});

test("a name that resolves inside is found out when it is delivered to, and nothing is asked", async () => {
  const scope = await createTestOrganization();
  const live = await createTestKey(scope);
  const url = `${origin.replace("http:", "https:").replace("127.0.0.1", "localhost")}/hook`;
  const { id } = await createEndpoint({ url }, live);
  const { id: delivery } = await jsonOf(await call(sendTest, `${ENDPOINTS}/${id}/test`, { id, as: live }));
  const read = async () => jsonOf(await call(getDelivery, DELIVERIES, { method: "GET", id: delivery, as: live }));
  await vi.waitFor(async () => expect((await read()).log).toHaveLength(1), PATIENCE);
  expect((await read()).log[0]).toMatchObject({ status: null, error: expect.stringContaining("OUTBOUND_ALLOW") });
  expect(received).toEqual([]);
});

test("keys see endpoints of their own mode, and nobody another organization's", async () => {
  const scope = await createTestOrganization();
  const [test, live] = [await createTestKey(scope, { livemode: false }), await createTestKey(scope)];
  const { id } = await createEndpoint({}, test);
  for (const as of [live, key]) {
    for (const [handler, method, body] of [
      [getEndpoint, "GET", undefined],
      [PATCH, "PATCH", { disabled: true }],
      [DELETE, "DELETE", undefined],
      [sendTest, "POST", undefined],
      [rotate, "POST", {}],
    ] as const) {
      expect((await call(handler, `${ENDPOINTS}/${id}`, { method, id, body, as })).status).toBe(404);
    }
    expect((await jsonOf(await call(listEndpoints, ENDPOINTS, { method: "GET", as }))).data).toEqual([]);
  }
  const reader = await createTestKey(scope, { livemode: false, scopes: ["webhooks:read"] });
  expect((await call(DELETE, `${ENDPOINTS}/${id}`, { method: "DELETE", id, as: reader })).status).toBe(403);
  expect((await call(DELETE, `${ENDPOINTS}/${id}`, { method: "DELETE", id, as: test })).status).toBe(204);
  expect((await call(getEndpoint, `${ENDPOINTS}/${id}`, { method: "GET", id, as: test })).status).toBe(404);
});

test("there are at most so many endpoints, also when they are made at once", async () => {
  const calls = Array.from({ length: MAX_ENDPOINTS + 5 }, () =>
    call(create, ENDPOINTS, { body: { url: `${origin}/hook` } }),
  );
  const statuses = (await Promise.all(calls)).map(({ status }) => status);
  expect(statuses.filter((status) => status === 201)).toHaveLength(MAX_ENDPOINTS);
  expect(statuses.filter((status) => status === 409)).toHaveLength(5);
});
