import { type Answer, type Body, type Item, type Query } from "./operation.js";
import { type PagedList } from "./pages.js";
import { type Requester } from "./requester.js";
import { type CallOptions } from "./transport.js";

/** /v1/role-benchmarks: what an answer is judged by. */
export class RoleBenchmarks {
  readonly #api: Requester;

  constructor(api: Requester) {
    this.#api = api;
  }

  /** A role of your own, as its first version. */
  create(body: Body<"POST /v1/role-benchmarks">, options?: CallOptions): Promise<Answer<"POST /v1/role-benchmarks">> {
    return this.#api.call("POST /v1/role-benchmarks", { body }, options);
  }

  /** The newest version of each role, those that everybody has included. */
  list(
    query: Query<"GET /v1/role-benchmarks"> = {},
    options?: CallOptions,
  ): PagedList<Item<"GET /v1/role-benchmarks">> {
    return this.#api.list("GET /v1/role-benchmarks", { query }, options);
  }

  get(key: string, options?: CallOptions): Promise<Answer<"GET /v1/role-benchmarks/{key}">> {
    return this.#api.call("GET /v1/role-benchmarks/{key}", { path: { key } }, options);
  }

  /** Answers scored before keep the version they were scored with. */
  createVersion(
    key: string,
    body: Body<"POST /v1/role-benchmarks/{key}/versions">,
    options?: CallOptions,
  ): Promise<Answer<"POST /v1/role-benchmarks/{key}/versions">> {
    return this.#api.call("POST /v1/role-benchmarks/{key}/versions", { path: { key }, body }, options);
  }

  /** All versions of one role, the newest first. */
  versions(key: string, options?: CallOptions): PagedList<Item<"GET /v1/role-benchmarks/{key}/versions">> {
    return this.#api.list("GET /v1/role-benchmarks/{key}/versions", { path: { key } }, options);
  }

  /** New answers can no longer name it; results keep it. */
  archive(key: string, options?: CallOptions): Promise<Answer<"POST /v1/role-benchmarks/{key}/archive">> {
    return this.#api.call("POST /v1/role-benchmarks/{key}/archive", { path: { key } }, options);
  }
}
