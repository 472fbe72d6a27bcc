import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, vi } from "vitest";
import { GET as getDelivery } from "@/app/v1/webhook-deliveries/[id]/route";
import { POST as sendTest } from "@/app/v1/webhook-endpoints/[id]/test/route";
import { POST as create } from "@/app/v1/webhook-endpoints/route";
import { createTestKey } from "@/lib/auth/testing/create-test-key";
import { createTestOrganization } from "@/lib/db/testing/tenant-rows";
import type { RouteHandler } from "@/lib/http/route";
import { callRoute, jsonOf } from "@/lib/http/testing/call-route";
import { sender } from "@/lib/jobs/enqueue";

export const ENDPOINTS = "/v1/webhook-endpoints";
export const DELIVERIES = "/v1/webhook-deliveries";
export const PATIENCE = { timeout: 20_000, interval: 50 };

interface Received {
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body: string;
}

interface Call {
  readonly method?: string;
  readonly id?: string;
  readonly body?: unknown;
  readonly as?: string;
  readonly headers?: Record<string, string>;
}

/** Somebody who has a key, and a server that events are sent to. */
export class WebhookClient {
  key = "";
  origin = "";
  received: Received[] = [];
  /** How the server answers the next event. */
  answer: (response: ServerResponse) => void = () => undefined;
  readonly server: Server = createServer((request, response) => void this.#take(request, response));

  async listen(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, "127.0.0.1", resolve));
    // A listening TCP server has no other kind of address.
    this.origin = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  call(handler: RouteHandler, path: string, { method = "POST", id, body, as = this.key, headers = {} }: Call = {}) {
    return callRoute(handler, path, {
      ...{ method, key: as },
      headers: { ...(body !== undefined && { "content-type": "application/json" }), ...headers },
      ...{ body: body === undefined ? null : JSON.stringify(body), params: id === undefined ? {} : { id } },
    });
  }

  async createEndpoint(fields: object = {}, as = this.key) {
    return jsonOf(await this.call(create, ENDPOINTS, { body: { url: `${this.origin}/hook`, ...fields }, as }));
  }

  async sendTest(id: string, as = this.key) {
    return jsonOf(await this.call(sendTest, `${ENDPOINTS}/${id}/test`, { id, as }));
  }

  async readDelivery(id: string, as = this.key) {
    return jsonOf(await this.call(getDelivery, `${DELIVERIES}/${id}`, { method: "GET", id, as }));
  }

  /** Waits until a delivery has had so many tries. */
  async afterTries(id: string, attempts: number) {
    await vi.waitFor(async () => expect((await this.readDelivery(id)).log).toHaveLength(attempts), PATIENCE);
    return this.readDelivery(id);
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    // A request's chunks are Buffers unless an encoding is set.
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
    this.received.push({ path: request.url ?? "", headers, body: Buffer.concat(chunks).toString("utf8") });
    this.answer(response);
  }
}

/** A client with a new organization for each test, and a server that takes every event unless a test says otherwise. */
export function useWebhookClient(): WebhookClient {
  const client = new WebhookClient();
  beforeAll(() => client.listen());
  afterAll(() => {
    client.server.closeAllConnections();
    client.server.close();
  });
  beforeEach(async () => {
    // Of a test key, so that the receiver may be on this machine.
    client.key = await createTestKey(await createTestOrganization(), { livemode: false });
    client.received = [];
    client.answer = (response) => response.writeHead(204).end();
  });
  return client;
}

/** Lets the queue's clock reach the next try: what was planned for later is due now. */
export async function hasten(): Promise<void> {
  await queueSql("update pgboss.job set start_after = now() where name = 'webhook.deliver' and state = 'created'");
}

/** As the queue's owner: no tenant may touch its tables. */
export async function queueSql(sql: string): Promise<void> {
  await (await sender()).getDb().executeSql(sql, []);
}
