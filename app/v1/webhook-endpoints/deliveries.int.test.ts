import type { ServerResponse } from "node:http";
import { Webhook } from "standardwebhooks";
import { expect, test, vi } from "vitest";
import { POST as score } from "@/app/v1/soft-skills-score/route";
import { POST as replay } from "@/app/v1/webhook-deliveries/[id]/replay/route";
import { GET as listDeliveries } from "@/app/v1/webhook-deliveries/route";
import { GET as getEndpoint, PATCH } from "@/app/v1/webhook-endpoints/[id]/route";
import { POST as rotate } from "@/app/v1/webhook-endpoints/[id]/rotate-secret/route";
import { POST as sendTest } from "@/app/v1/webhook-endpoints/[id]/test/route";
import {
  DELIVERIES,
  ENDPOINTS,
  hasten,
  PATIENCE,
  queueSql,
  useWebhookClient,
} from "@/app/v1/webhook-endpoints/testing/webhook-client";
import { fixtureFile, oneLineForm, scoreForm } from "@/lib/answers/testing/score-form";
import { createTestKey } from "@/lib/auth/testing/create-test-key";
import { createTestOrganization } from "@/lib/db/testing/tenant-rows";
import { callRoute } from "@/lib/http/testing/call-route";
import { recoverDeliveries } from "@/lib/jobs/recover-deliveries";
import { sender } from "@/lib/jobs/enqueue";
import { RETRY_AFTER_SECONDS } from "@/lib/webhooks/constants";
import { useTestDatabase } from "@/lib/db/testing/test-database";
import { withSystem } from "@/lib/db/with-system";
import { jsonOf } from "@/lib/http/testing/call-route";
import { useWorker } from "@/lib/worker/testing/use-worker";

useTestDatabase();
useWorker();
const client = useWebhookClient();

test("a result is told to the endpoint at once, signed, and with no word about the person", async () => {
  const { secret, id } = await client.createEndpoint();
  const form = await oneLineForm({
    external_id: "application-7",
    candidate: JSON.stringify({ name: "Ada Example", email: "ada@example.com" }),
  });
  const response = await callRoute(score, "/v1/soft-skills-score", { method: "POST", key: client.key, body: form });
  const result = await jsonOf(response);
  await vi.waitFor(() => expect(client.received).toHaveLength(1), PATIENCE);
  const [event] = client.received;
  expect(new Webhook(secret).verify(event?.body ?? "", event?.headers ?? {})).toEqual({
    ...{ type: "soft_skills_score.completed", id: result.id, external_id: "application-7", status: result.status },
    ...{ livemode: false, created_at: expect.any(String) },
  });
  expect(event?.headers["content-type"]).toBe("application/json");
  const page = await jsonOf(await client.call(listDeliveries, `${DELIVERIES}?endpoint_id=${id}`, { method: "GET" }));
  await vi.waitFor(async () => expect((await client.readDelivery(page.data[0].id)).state).toBe("delivered"), PATIENCE);
});

test("a run that failed is told as such; an endpoint hears only what it asked for", async () => {
  await client.createEndpoint({ url: `${client.origin}/all` });
  await client.createEndpoint({ url: `${client.origin}/completed`, events: ["soft_skills_score.completed"] });
  const form = await scoreForm({ audio: await fixtureFile("silence.mp3") });
  const response = await callRoute(score, "/v1/soft-skills-score", { method: "POST", key: client.key, body: form });
  expect(response.status).toBe(422);
  await vi.waitFor(() => expect(client.received).toHaveLength(1), PATIENCE);
  expect(client.received[0]?.path).toBe("/all");
  expect(JSON.parse(client.received[0]?.body ?? "")).toMatchObject({
    type: "soft_skills_score.failed",
    status: "failed",
  });
});

test("a receiver that fails is asked ten times over three days, and then the delivery has failed", async () => {
  client.answer = (response) => response.writeHead(500).end("out of order");
  const { id } = await client.createEndpoint();
  const { id: delivery } = await client.sendTest(id);
  for (let attempt = 1; attempt <= RETRY_AFTER_SECONDS.length; attempt++) {
    const { state, log, next_attempt_at: next } = await client.afterTries(delivery, attempt);
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
  expect(client.received).toHaveLength(10);
  expect(new Set(client.received.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
});

test("a receiver that breaks off, redirects and then takes it has it once as delivered", async () => {
  const turns = [
    (response: ServerResponse) => response.socket?.destroy(),
    (response: ServerResponse) => response.writeHead(302, { location: "/elsewhere" }).end(),
    (response: ServerResponse) => response.writeHead(200).end("thanks"),
  ];
  client.answer = (response) => turns[client.received.length - 1]?.(response);
  const { id } = await client.createEndpoint();
  const { id: delivery } = await client.sendTest(id);
  for (const attempt of [1, 2]) {
    await client.afterTries(delivery, attempt);
    await hasten();
  }
  const done = await client.afterTries(delivery, 3);
  expect(done).toMatchObject({ state: "delivered", attempts: 3, next_attempt_at: null });
  expect(done.log.map(({ status }: { status: number | null }) => status)).toEqual([null, 302, 200]);
  expect(client.received.map(({ path }) => path)).toEqual(["/hook", "/hook", "/hook"]);
});

test("410 ends an endpoint with all that waits for it; switched on again, it can be told again", async () => {
  client.answer = (response) => response.writeHead(500).end();
  const { id } = await client.createEndpoint();
  const test = () => client.call(sendTest, `${ENDPOINTS}/${id}/test`, { id });
  const waiting = await jsonOf(await test());
  await client.afterTries(waiting.id, 1);
  client.answer = (response) => response.writeHead(410).end();
  const last = await jsonOf(await test());
  await client.afterTries(last.id, 1);
  const read = async () => jsonOf(await client.call(getEndpoint, `${ENDPOINTS}/${id}`, { method: "GET", id }));
  expect(await read()).toMatchObject({ disabled: true, disabled_reason: "gone" });
  for (const delivery of [waiting.id, last.id]) expect((await client.readDelivery(delivery)).state).toBe("failed");
  expect((await test()).status).toBe(409);
  expect((await client.call(replay, `${DELIVERIES}/${last.id}/replay`, { id: last.id })).status).toBe(409);

  client.answer = (response) => response.writeHead(200).end();
  const on = await client.call(PATCH, `${ENDPOINTS}/${id}`, { method: "PATCH", id, body: { disabled: false } });
  expect(await jsonOf(on)).toMatchObject({ disabled: false, disabled_reason: null });
  const again = await client.call(replay, `${DELIVERIES}/${last.id}/replay`, { id: last.id });
  expect(again.status).toBe(202);
  const replayed = await jsonOf(again);
  expect(replayed.event_id).toBe(last.event_id);
  expect(await client.afterTries(replayed.id, 1)).toMatchObject({ state: "delivered" });
  expect(client.received.at(-1)?.headers["webhook-id"]).toBe(last.event_id);
});

test("while a secret is rotated events carry both signatures; with no overlap the old one ends at once", async () => {
  const { id, secret: first } = await client.createEndpoint();
  const turn = async (overlap_hours: number) =>
    jsonOf(await client.call(rotate, `${ENDPOINTS}/${id}/rotate-secret`, { id, body: { overlap_hours } }));
  const deliver = async () => {
    const { id: delivery } = await client.sendTest(id);
    await client.afterTries(delivery, 1);
    return client.received.at(-1);
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
  client.answer = (response) => response.writeHead(503).end();
  const { id } = await client.createEndpoint();
  const { id: delivery } = await client.sendTest(id);
  await client.afterTries(delivery, 1);
  await queueSql("delete from pgboss.job where name = 'webhook.deliver' and state = 'created'");
  const overdue = new Date(Date.now() - 3_600_000);
  await withSystem(({ webhookDelivery }) =>
    webhookDelivery.updateMany({ where: { id: delivery }, data: { nextAttemptAt: overdue } }),
  );
  client.answer = (response) => response.writeHead(200).end();
  expect(await recoverDeliveries(await sender())).toBe(1);
  expect(await client.afterTries(delivery, 2)).toMatchObject({ state: "delivered" });
});

test("a name that resolves inside is found out when it is delivered to, and nothing is asked", async () => {
  const scope = await createTestOrganization();
  const live = await createTestKey(scope);
  const url = `${client.origin.replace("http:", "https:").replace("127.0.0.1", "localhost")}/hook`;
  const { id } = await client.createEndpoint({ url }, live);
  const { id: delivery } = await client.sendTest(id, live);
  const read = async () => client.readDelivery(delivery, live);
  await vi.waitFor(async () => expect((await read()).log).toHaveLength(1), PATIENCE);
  expect((await read()).log[0]).toMatchObject({ status: null, error: expect.stringContaining("OUTBOUND_ALLOW") });
  expect(client.received).toEqual([]);
});
