import { EarshotError } from "@/lib/errors/error-codes";

/** A body that is read in parts. Where it breaks off, the part just ends: what arrived until then counts. */
export class PartSource {
  readonly #chunks: AsyncIterator<Uint8Array>;
  #rest: Uint8Array | null = null;
  #ended = false;
  #fault: unknown = null;

  constructor(body: AsyncIterable<Uint8Array>) {
    this.#chunks = body[Symbol.asyncIterator]();
  }

  /** What broke the body off; null where it came to its end. */
  get fault(): unknown {
    return this.#fault;
  }

  get ended(): boolean {
    return this.#ended;
  }

  /** The next `limit` bytes, or as many as still come. */
  async *take(limit: number): AsyncGenerator<Buffer> {
    for (let left = limit; left > 0;) {
      const chunk = await this.#next();
      if (chunk === null) return;
      const piece = chunk.subarray(0, left);
      if (piece.length < chunk.length) this.#rest = chunk.subarray(piece.length);
      left -= piece.length;
      yield Buffer.from(piece.buffer, piece.byteOffset, piece.length);
    }
  }

  /** Whether anything more comes. */
  async hasMore(): Promise<boolean> {
    this.#rest = await this.#next();
    return this.#rest !== null;
  }

  /** Lets go of the body. */
  async close(): Promise<void> {
    await this.#chunks.return?.();
  }

  async #next(): Promise<Uint8Array | null> {
    if (this.#rest) {
      const rest = this.#rest;
      this.#rest = null;
      return rest;
    }
    while (!this.#ended) {
      try {
        const { done, value } = await this.#chunks.next();
        if (done) this.#ended = true;
        else if (value.length > 0) return value;
      } catch (error) {
        this.#ended = true;
        this.#fault =
          error instanceof EarshotError ? error : new EarshotError("invalid_request", "The body broke off.");
      }
    }
    return null;
  }
}
