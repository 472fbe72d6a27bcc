import { type Answer, type Body, type Item, type Query } from "./operation.js";
import { type PagedList } from "./pages.js";
import { type Requester } from "./requester.js";
import { type ScoreRequest, scoreBody } from "./score-request.js";
import { type CallOptions } from "./transport.js";
import {
  type EndedRun,
  type SoftSkillsRun,
  type SoftSkillsScore,
  waitForResult,
  type WaitOptions,
} from "./wait-for-result.js";

export interface ScoreOptions extends CallOptions {
  /** Seconds that the server waits for the result, 0 to 60; 0 answers at once. 25 where nothing is said. */
  readonly waitSeconds?: number;
}

/** /v1/soft-skills-score: answers and their scores. */
export class SoftSkillsScores {
  readonly #api: Requester;

  constructor(api: Requester) {
    this.#api = api;
  }

  /** Sends an answer. Gives the result, or the run where it takes longer than the server waits: see `waitForResult`. */
  async create(request: ScoreRequest, options: ScoreOptions = {}): Promise<SoftSkillsScore | SoftSkillsRun> {
    const body = await scoreBody(request);
    const wait = options.waitSeconds;
    const headers = {
      ...(typeof body === "string" && { "Content-Type": "application/json" }),
      ...(wait !== undefined && { Prefer: wait === 0 ? "respond-async" : `wait=${wait}` }),
    };
    const { text } = await this.#api.reply("POST /v1/soft-skills-score", {}, options, { body, headers });
    // The document's types, which the server's own tests hold its answers against.
    return JSON.parse(text) as SoftSkillsScore | SoftSkillsRun;
  }

  /** Sends an answer and waits until its run is over; look at `status` of what comes. */
  async createAndWait(
    request: ScoreRequest,
    options: ScoreOptions & WaitOptions = {},
  ): Promise<SoftSkillsScore | EndedRun> {
    const { id } = await this.create(request, { waitSeconds: 0, ...options });
    return this.waitForResult(id, options);
  }

  /** Polls as the server asks until the run is over; rejects with TimeoutError at the deadline. */
  waitForResult(id: string, options: WaitOptions = {}): Promise<SoftSkillsScore | EndedRun> {
    return waitForResult(id, () => this.get(id, options), options);
  }

  get(id: string, options?: CallOptions): Promise<SoftSkillsScore | SoftSkillsRun> {
    return this.#api.call("GET /v1/soft-skills-score/{id}", { path: { id } }, options);
  }

  /** Newest first, all pages. */
  list(
    query: Query<"GET /v1/soft-skills-score"> = {},
    options?: CallOptions,
  ): PagedList<SoftSkillsScore | SoftSkillsRun> {
    return this.#api.list("GET /v1/soft-skills-score", { query }, options);
  }

  /** Up to 500 answers by address, upload or id; each has its own outcome. */
  createBatch(
    body: Body<"POST /v1/soft-skills-score/batch">,
    options?: CallOptions,
  ): Promise<Answer<"POST /v1/soft-skills-score/batch">> {
    return this.#api.call("POST /v1/soft-skills-score/batch", { body }, options);
  }

  cancel(id: string, options?: CallOptions): Promise<Answer<"POST /v1/soft-skills-score/{id}/cancel">> {
    return this.#api.call("POST /v1/soft-skills-score/{id}/cancel", { path: { id } }, options);
  }

  /** Erases recording, transcript and result for good. */
  async delete(id: string, options?: CallOptions): Promise<void> {
    await this.#api.reply("DELETE /v1/soft-skills-score/{id}", { path: { id } }, options);
  }

  /** The recording as it was sent; read `body`, `blob()` or `arrayBuffer()` of it. */
  async recording(id: string, options?: CallOptions): Promise<Response> {
    const extra = { raw: true };
    const { response } = await this.#api.reply(
      "GET /v1/soft-skills-score/{id}/recording",
      { path: { id } },
      options,
      extra,
    );
    return response;
  }

  transcript(id: string, options?: CallOptions): Promise<Answer<"GET /v1/soft-skills-score/{id}/transcript">> {
    return this.#api.call("GET /v1/soft-skills-score/{id}/transcript", { path: { id } }, options);
  }

  /** What was said, added or mended later: the answer is scored again with it, free of charge. */
  replaceTranscript(
    id: string,
    body: Body<"PUT /v1/soft-skills-score/{id}/transcript">,
    options?: CallOptions,
  ): Promise<SoftSkillsScore | SoftSkillsRun> {
    return this.#api.call("PUT /v1/soft-skills-score/{id}/transcript", { path: { id }, body }, options);
  }

  /** A person's decision about the answer, with the reason for it. */
  override(
    id: string,
    body: Body<"POST /v1/soft-skills-score/{id}/overrides">,
    options?: CallOptions,
  ): Promise<Answer<"POST /v1/soft-skills-score/{id}/overrides">> {
    return this.#api.call("POST /v1/soft-skills-score/{id}/overrides", { path: { id }, body }, options);
  }

  overrides(
    id: string,
    query: Query<"GET /v1/soft-skills-score/{id}/overrides"> = {},
    options?: CallOptions,
  ): PagedList<Item<"GET /v1/soft-skills-score/{id}/overrides">> {
    return this.#api.list("GET /v1/soft-skills-score/{id}/overrides", { path: { id }, query }, options);
  }
}
