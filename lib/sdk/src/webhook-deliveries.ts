import { type Answer, type Item, type Query } from "./operation.js";
import { type PagedList } from "./pages.js";
import { type Requester } from "./requester.js";
import { type CallOptions } from "./transport.js";

/** /v1/webhook-deliveries: what was sent, what came back, and once more. */
export class WebhookDeliveries {
  readonly #api: Requester;

  constructor(api: Requester) {
    this.#api = api;
  }

  list(
    query: Query<"GET /v1/webhook-deliveries"> = {},
    options?: CallOptions,
  ): PagedList<Item<"GET /v1/webhook-deliveries">> {
    return this.#api.list("GET /v1/webhook-deliveries", { query }, options);
  }

  /** With every attempt. */
  get(id: string, options?: CallOptions): Promise<Answer<"GET /v1/webhook-deliveries/{id}">> {
    return this.#api.call("GET /v1/webhook-deliveries/{id}", { path: { id } }, options);
  }

  /** Sends the same event again, with the same webhook-id. */
  replay(id: string, options?: CallOptions): Promise<Answer<"POST /v1/webhook-deliveries/{id}/replay">> {
    return this.#api.call("POST /v1/webhook-deliveries/{id}/replay", { path: { id } }, options);
  }
}
