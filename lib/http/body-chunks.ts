import { environment } from "@/lib/config/environment";
import { EarshotError } from "@/lib/errors/error-codes";

/** Speech, pauses in it included, is not sent slower than this: bytes a second, over all of a body. */
const SLOWEST = 64;
/** So many times BODY_IDLE_SECONDS are a beginning. */
const BEGINNING = 2;

/**
 * A request's body as it arrives. Given up when it stalls or trickles: a client that sends a byte now and then must not
 * hold a connection for ever. Whoever stops early lets go of the connection.
 *
 * @throws EarshotError `request_timeout` after BODY_IDLE_SECONDS without a byte, or below 64 bytes a second;
 *   `invalid_request` when it is cut off
 */
export async function* bodyChunks(request: Request): AsyncGenerator<Uint8Array, void, undefined> {
  if (!request.body) return;
  const reader = request.body.getReader();
  const pace = new Pace();
  try {
    for (;;) {
      const { done, value } = await inTime(reader.read());
      if (done) return;
      pace.note(value.byteLength);
      yield value;
      pace.resume();
    }
  } finally {
    // Also ends a read that still waits.
    reader.cancel().catch(() => undefined);
  }
}

/** How fast a body comes, while it is waited for: what the reader does between two chunks is no fault of the sender. */
class Pace {
  #bytes = 0;
  #waitedMs = 0;
  #waitsSince = performance.now();

  note(bytes: number): void {
    this.#bytes += bytes;
    this.#waitedMs += performance.now() - this.#waitsSince;
    const seconds = this.#waitedMs / 1_000;
    if (seconds < BEGINNING * environment().BODY_IDLE_SECONDS || this.#bytes >= seconds * SLOWEST) return;
    const came = `${this.#bytes} bytes came in ${Math.round(seconds)} s, which is less than anybody needs to send.`;
    const detail = `${came} Send it again; a large file in parts (POST /v1/uploads), a call in pieces.`;
    throw new EarshotError("request_timeout", detail);
  }

  resume(): void {
    this.#waitsSince = performance.now();
  }
}

async function inTime<T>(read: Promise<T>): Promise<T> {
  const idleSeconds = environment().BODY_IDLE_SECONDS;
  let timer: NodeJS.Timeout | undefined;
  const stalled = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const detail = `No more of the body arrived for ${idleSeconds} s. Send the request again.`;
      reject(new EarshotError("request_timeout", detail));
    }, idleSeconds * 1_000);
  });
  const whole = read.catch(() => {
    throw new EarshotError("invalid_request", "The body ended before it was complete.");
  });
  try {
    return await Promise.race([whole, stalled]);
  } finally {
    clearTimeout(timer);
    // A read that is given up must not count as unhandled once it fails.
    whole.catch(() => undefined);
  }
}
