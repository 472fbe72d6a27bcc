import { type Answer, type Body, type Item, type Query } from "./operation.js";
import { type PagedList } from "./pages.js";
import { type Requester } from "./requester.js";
import { type CallOptions } from "./transport.js";

/** /v1/candidates: people who answer. */
export class Candidates {
  readonly #api: Requester;

  constructor(api: Requester) {
    this.#api = api;
  }

  create(body: Body<"POST /v1/candidates">, options?: CallOptions): Promise<Answer<"POST /v1/candidates">> {
    return this.#api.call("POST /v1/candidates", { body }, options);
  }

  list(query: Query<"GET /v1/candidates"> = {}, options?: CallOptions): PagedList<Item<"GET /v1/candidates">> {
    return this.#api.list("GET /v1/candidates", { query }, options);
  }

  get(id: string, options?: CallOptions): Promise<Answer<"GET /v1/candidates/{id}">> {
    return this.#api.call("GET /v1/candidates/{id}", { path: { id } }, options);
  }

  update(
    id: string,
    body: Body<"PATCH /v1/candidates/{id}">,
    options?: CallOptions,
  ): Promise<Answer<"PATCH /v1/candidates/{id}">> {
    return this.#api.call("PATCH /v1/candidates/{id}", { path: { id }, body }, options);
  }

  /** Erases the person and what they recorded for good. */
  delete(id: string, options?: CallOptions): Promise<void> {
    return this.#api.call("DELETE /v1/candidates/{id}", { path: { id } }, options);
  }
}
