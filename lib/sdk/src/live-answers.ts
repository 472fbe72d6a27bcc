import { gatherPieces } from "./gather-pieces.js";
import { isWorthAnotherLook } from "./is-worth-another-look.js";
import { type Answer, type Body } from "./operation.js";
import { type Requester } from "./requester.js";
import { type ScoreOptions } from "./soft-skills-scores.js";
import { type CallOptions } from "./transport.js";
import { type SoftSkillsRun, type SoftSkillsScore } from "./wait-for-result.js";

export type LiveAnswer = Answer<"GET /v1/live-answers/{id}">;

/** Breaks one after the other without a byte of progress, on top of each call's own retries. */
const MAX_BREAKS = 5;

/** /v1/live-answers: recordings that are sent while they are made. */
export class LiveAnswers {
  readonly #api: Requester;

  constructor(api: Requester) {
    this.#api = api;
  }

  begin(body: Body<"POST /v1/live-answers">, options?: CallOptions): Promise<LiveAnswer> {
    return this.#api.call("POST /v1/live-answers", { body }, options);
  }

  get(id: string, options?: CallOptions): Promise<LiveAnswer> {
    return this.#api.call("GET /v1/live-answers/{id}", { path: { id } }, options);
  }

  /**
   * Sends the next piece, which begins at `offset` of the recording, and returns where the piece after it begins. Goes on
   * where the server stands when the line breaks.
   */
  async append(id: string, offset: number, piece: Uint8Array, options: CallOptions = {}): Promise<number> {
    const end = offset + piece.length;
    let sent = offset;
    for (let breaks = 0; sent < end;) {
      try {
        await this.#sendOnce(id, sent, piece.subarray(sent - offset), options);
        sent = end;
      } catch (error) {
        breaks += 1;
        if (breaks > MAX_BREAKS || !isWorthAnotherLook(error)) throw error;
        const { received_bytes: received } = await this.get(id, options);
        // It stands somewhere that this piece says nothing about.
        if (received < offset || received > end) throw error;
        if (received > sent) breaks = 0;
        sent = received;
      }
    }
    return end;
  }

  /**
   * Sends pieces as they come, from the beginning of the recording, those of a second together; returns how many bytes
   * there were.
   */
  async appendAll(id: string, pieces: AsyncIterable<Uint8Array>, options: CallOptions = {}): Promise<number> {
    let offset = 0;
    for await (const piece of gatherPieces(pieces)) offset = await this.append(id, offset, piece, options);
    return offset;
  }

  /** The call is over. Gives the result, or the run where it takes longer than the server waits: see `waitForResult`. */
  async complete(
    id: string,
    body: Body<"POST /v1/live-answers/{id}/complete"> = {},
    options: ScoreOptions = {},
  ): Promise<SoftSkillsScore | SoftSkillsRun> {
    const wait = options.waitSeconds;
    const headers = wait === undefined ? {} : { Prefer: wait === 0 ? "respond-async" : `wait=${wait}` };
    const input = { path: { id }, body };
    const { text } = await this.#api.reply("POST /v1/live-answers/{id}/complete", input, options, { headers });
    // The document's types, which the server's own tests hold its answers against.
    return JSON.parse(text) as SoftSkillsScore | SoftSkillsRun;
  }

  /** Gives it up, with all that arrived. */
  async delete(id: string, options?: CallOptions): Promise<void> {
    await this.#api.reply("DELETE /v1/live-answers/{id}", { path: { id } }, options);
  }

  /** Not sent twice blindly: part of it may have arrived, so the offset is asked for first. */
  async #sendOnce(id: string, offset: number, piece: Uint8Array, options: CallOptions): Promise<void> {
    const headers = { "Upload-Offset": String(offset), "Content-Type": "application/offset+octet-stream" };
    const once = { ...options, maxRetries: 0 };
    const extra = { headers, body: new Blob([new Uint8Array(piece)]) };
    await this.#api.reply("PATCH /v1/live-answers/{id}", { path: { id } }, once, extra);
  }
}
