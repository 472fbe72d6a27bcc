import { expect, test } from "vitest";
import { DELETE, GET as getEndpoint, PATCH } from "@/app/v1/webhook-endpoints/[id]/route";
import { POST as rotate } from "@/app/v1/webhook-endpoints/[id]/rotate-secret/route";
import { POST as sendTest } from "@/app/v1/webhook-endpoints/[id]/test/route";
import { GET as listEndpoints, POST as create } from "@/app/v1/webhook-endpoints/route";
import { ENDPOINTS, useWebhookClient } from "@/app/v1/webhook-endpoints/testing/webhook-client";
import { createTestKey } from "@/lib/auth/testing/create-test-key";
import { createTestOrganization } from "@/lib/db/testing/tenant-rows";
import { MAX_ENDPOINTS } from "@/lib/webhooks/constants";
import { useTestDatabase } from "@/lib/db/testing/test-database";
import { withSystem } from "@/lib/db/with-system";
import { jsonOf } from "@/lib/http/testing/call-route";
import { useWorker } from "@/lib/worker/testing/use-worker";

useTestDatabase();
useWorker();
const client = useWebhookClient();

test("the secret is shown when it is made and never again, also not in what is kept for repeats", async () => {
  const headers = { "idempotency-key": "endpoint-1" };
  const body = { url: `${client.origin}/hook`, description: "Mine" };
  const first = await jsonOf(await client.call(create, ENDPOINTS, { body, headers }));
  const again = await client.call(create, ENDPOINTS, { body, headers });
  expect(again.status).toBe(201);
  expect(await jsonOf(again)).toEqual(first);
  const kept = await withSystem(({ idempotencyKey }) => idempotencyKey.findMany({ select: { body: true } }));
  expect(JSON.stringify(kept)).not.toContain("whsec_");
  const one = await jsonOf(await client.call(getEndpoint, `${ENDPOINTS}/${first.id}`, { method: "GET", id: first.id }));
  const { secret, ...shown } = first;
  expect(secret).toMatch(/^whsec_/);
  expect(one).toEqual(shown);
  const list = await jsonOf(await client.call(listEndpoints, ENDPOINTS, { method: "GET" }));
  expect(list).toEqual({ data: [shown], has_more: false, next_cursor: null });
});

test("addresses inside, without https, or that are none are refused with the reason and the place", async () => {
  const live = await createTestKey(await createTestOrganization());
  const urls = [
    ...["http://example.com/hook", "https://10.0.0.1/", "https://127.0.0.1/", "https://169.254.169.254/"],
    ...["https://user:secret@example.com/", "ftp://example.com/"],
  ];
  for (const url of urls) {
    const response = await client.call(create, ENDPOINTS, { body: { url }, as: live });
    expect({ url, status: response.status }).toEqual({ url, status: 422 });
    expect(await jsonOf(response)).toMatchObject({ code: "webhook_url_not_allowed", errors: [{ pointer: "/url" }] });
  }
  for (const [body, pointer] of [
    [{ url: "no address" }, "/url"],
    [{}, "/url"],
    [{ url: "https://example.com", events: ["something.else"] }, "/events/0"],
    [{ url: "https://example.com", colour: "red" }, "/colour"],
  ] as const) {
    const response = await client.call(create, ENDPOINTS, { body, as: live });
    expect(response.status).toBe(422);
    expect((await jsonOf(response)).errors[0].pointer).toBe(pointer);
  }
});

test("keys see endpoints of their own mode, and nobody another organization's", async () => {
  const scope = await createTestOrganization();
  const [test, live] = [await createTestKey(scope, { livemode: false }), await createTestKey(scope)];
  const { id } = await client.createEndpoint({}, test);
  for (const as of [live, client.key]) {
    for (const [handler, method, body] of [
      [getEndpoint, "GET", undefined],
      [PATCH, "PATCH", { disabled: true }],
      [DELETE, "DELETE", undefined],
      [sendTest, "POST", undefined],
      [rotate, "POST", {}],
    ] as const) {
      expect((await client.call(handler, `${ENDPOINTS}/${id}`, { method, id, body, as })).status).toBe(404);
    }
    expect((await jsonOf(await client.call(listEndpoints, ENDPOINTS, { method: "GET", as }))).data).toEqual([]);
  }
  const reader = await createTestKey(scope, { livemode: false, scopes: ["webhooks:read"] });
  expect((await client.call(DELETE, `${ENDPOINTS}/${id}`, { method: "DELETE", id, as: reader })).status).toBe(403);
  expect((await client.call(DELETE, `${ENDPOINTS}/${id}`, { method: "DELETE", id, as: test })).status).toBe(204);
  expect((await client.call(getEndpoint, `${ENDPOINTS}/${id}`, { method: "GET", id, as: test })).status).toBe(404);
});

test("there are at most so many endpoints, also when they are made at once", async () => {
  const calls = Array.from({ length: MAX_ENDPOINTS + 5 }, () =>
    client.call(create, ENDPOINTS, { body: { url: `${client.origin}/hook` } }),
  );
  const responses = await Promise.all(calls);
  expect(responses.filter(({ status }) => status === 201)).toHaveLength(MAX_ENDPOINTS);
  const refused = responses.filter(({ status }) => status !== 201);
  expect(refused).toHaveLength(5);
  for (const response of refused) {
    expect(await jsonOf(response)).toMatchObject({ status: 409, code: "too_many_endpoints" });
  }
});
