import { type Answer, type Query } from "./operation.js";
import { type Requester } from "./requester.js";
import { type CallOptions } from "./transport.js";

/** /v1/credits and /v1/usage: what calls cost. */
export class Account {
  readonly #api: Requester;

  constructor(api: Requester) {
    this.#api = api;
  }

  /** The balance and a page of its ledger, newest first. */
  credits(query: Query<"GET /v1/credits"> = {}, options?: CallOptions): Promise<Answer<"GET /v1/credits">> {
    return this.#api.call("GET /v1/credits", { query }, options);
  }

  /** Calls and credits a day. */
  usage(query: Query<"GET /v1/usage"> = {}, options?: CallOptions): Promise<Answer<"GET /v1/usage">> {
    return this.#api.call("GET /v1/usage", { query }, options);
  }
}
