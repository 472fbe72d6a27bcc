import { type Answer, type Body, type Item, type Query } from "./operation.js";
import { type PagedList } from "./pages.js";
import { type Requester } from "./requester.js";
import { type CallOptions } from "./transport.js";

/** /v1/webhook-endpoints: where events are sent. To check what arrives, see `verifyWebhook`. */
export class WebhookEndpoints {
  readonly #api: Requester;

  constructor(api: Requester) {
    this.#api = api;
  }

  /** Only here, and when it is replaced, the answer holds the secret. */
  create(
    body: Body<"POST /v1/webhook-endpoints">,
    options?: CallOptions,
  ): Promise<Answer<"POST /v1/webhook-endpoints">> {
    return this.#api.call("POST /v1/webhook-endpoints", { body }, options);
  }

  list(
    query: Query<"GET /v1/webhook-endpoints"> = {},
    options?: CallOptions,
  ): PagedList<Item<"GET /v1/webhook-endpoints">> {
    return this.#api.list("GET /v1/webhook-endpoints", { query }, options);
  }

  get(id: string, options?: CallOptions): Promise<Answer<"GET /v1/webhook-endpoints/{id}">> {
    return this.#api.call("GET /v1/webhook-endpoints/{id}", { path: { id } }, options);
  }

  update(
    id: string,
    body: Body<"PATCH /v1/webhook-endpoints/{id}">,
    options?: CallOptions,
  ): Promise<Answer<"PATCH /v1/webhook-endpoints/{id}">> {
    return this.#api.call("PATCH /v1/webhook-endpoints/{id}", { path: { id }, body }, options);
  }

  delete(id: string, options?: CallOptions): Promise<void> {
    return this.#api.call("DELETE /v1/webhook-endpoints/{id}", { path: { id } }, options);
  }

  /** A new secret; for a while messages are signed with both. */
  rotateSecret(
    id: string,
    body: Body<"POST /v1/webhook-endpoints/{id}/rotate-secret">,
    options?: CallOptions,
  ): Promise<Answer<"POST /v1/webhook-endpoints/{id}/rotate-secret">> {
    return this.#api.call("POST /v1/webhook-endpoints/{id}/rotate-secret", { path: { id }, body }, options);
  }

  /** Sends a signed `webhook.test` event. */
  test(id: string, options?: CallOptions): Promise<Answer<"POST /v1/webhook-endpoints/{id}/test">> {
    return this.#api.call("POST /v1/webhook-endpoints/{id}/test", { path: { id } }, options);
  }
}
