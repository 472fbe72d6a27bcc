import {
  addressOf,
  type Answer,
  type Item,
  type ListName,
  type OperationInput,
  type OperationName,
} from "./operation.js";
import { type Page, PagedList } from "./pages.js";
import { type Call, type CallOptions, type Reply, send, type TransportSettings } from "./transport.js";

/** Headers and body of a call that are not JSON, for the methods of this package. */
export type Extra = Pick<Call, "body" | "headers" | "raw">;
/** An operation's parts before they are read by name. */
type Parts = { path?: Record<string, unknown>; query?: Record<string, unknown>; body?: unknown };

/** Calls operations of the OpenAPI document by name: what every resource is made of. */
export class Requester {
  readonly #settings: TransportSettings;

  constructor(settings: TransportSettings) {
    this.#settings = settings;
  }

  /** Parts are checked against the document's types; the answer is what the server sent, which is not checked again. */
  async call<Name extends OperationName>(
    name: Name,
    input: OperationInput<Name>,
    options?: CallOptions,
    extra?: Extra,
  ): Promise<Answer<Name>> {
    // Every input has at most these three parts; the compiler cannot see it through the open Name.
    const { text } = await this.reply(name, input as Parts, options, extra);
    // Types are made of the document that the server's answers are held against by its own tests.
    return (text === "" ? undefined : JSON.parse(text)) as Answer<Name>;
  }

  /** The bare answer, for what is not JSON. */
  reply(name: OperationName, input: Parts, options?: CallOptions, extra?: Extra): Promise<Reply> {
    const { method, path } = addressOf(name, input.path ?? {}, input.query ?? {});
    const json = input.body === undefined ? undefined : JSON.stringify(input.body);
    const headers = { ...(json !== undefined && { "Content-Type": "application/json" }), ...extra?.headers };
    return send(this.#settings, { method, path, body: json, ...extra, headers }, options);
  }

  /** A list by name; the cursor is the only part that changes from page to page. */
  list<Name extends ListName>(name: Name, input: OperationInput<Name>, options?: CallOptions): PagedList<Item<Name>> {
    // As in `call`: the parts of every input.
    const parts = input as Parts;
    return new PagedList(async (cursor) => {
      const query = { ...parts.query, ...(cursor !== undefined && { cursor }) };
      const { text } = await this.reply(name, { ...parts, query }, options);
      // As in `call`: the document says what the server answers.
      return JSON.parse(text) as Page<Item<Name>>;
    });
  }
}
