import { type Answer, type Body, type Item, type Query } from "./operation.js";
import { type PagedList } from "./pages.js";
import { type Requester } from "./requester.js";
import { type CallOptions } from "./transport.js";

/** /v1/positions: openings that candidates answer for. */
export class Positions {
  readonly #api: Requester;

  constructor(api: Requester) {
    this.#api = api;
  }

  create(body: Body<"POST /v1/positions">, options?: CallOptions): Promise<Answer<"POST /v1/positions">> {
    return this.#api.call("POST /v1/positions", { body }, options);
  }

  list(query: Query<"GET /v1/positions"> = {}, options?: CallOptions): PagedList<Item<"GET /v1/positions">> {
    return this.#api.list("GET /v1/positions", { query }, options);
  }

  get(id: string, options?: CallOptions): Promise<Answer<"GET /v1/positions/{id}">> {
    return this.#api.call("GET /v1/positions/{id}", { path: { id } }, options);
  }

  update(
    id: string,
    body: Body<"PATCH /v1/positions/{id}">,
    options?: CallOptions,
  ): Promise<Answer<"PATCH /v1/positions/{id}">> {
    return this.#api.call("PATCH /v1/positions/{id}", { path: { id }, body }, options);
  }

  delete(id: string, options?: CallOptions): Promise<void> {
    return this.#api.call("DELETE /v1/positions/{id}", { path: { id } }, options);
  }

  /** Its candidates in order of rank, each with the answer that counts. */
  candidates(
    id: string,
    query: Query<"GET /v1/positions/{id}/candidates"> = {},
    options?: CallOptions,
  ): PagedList<Item<"GET /v1/positions/{id}/candidates">> {
    return this.#api.list("GET /v1/positions/{id}/candidates", { path: { id }, query }, options);
  }
}
