import { environment } from "@/lib/config/environment";
import { EarshotError } from "@/lib/errors/error-codes";

/**
 * A request's body as it arrives. Given up when it stalls: a client that sends a byte now and then must not hold a
 * connection for ever. Whoever stops early lets go of the connection.
 *
 * @throws EarshotError `request_timeout` after BODY_IDLE_SECONDS without a byte, `invalid_request` when it is cut off
 */
export async function* bodyChunks(request: Request): AsyncGenerator<Uint8Array, void, undefined> {
  if (!request.body) return;
  const reader = request.body.getReader();
  try {
    for (;;) {
      const { done, value } = await inTime(reader.read());
      if (done) return;
      yield value;
    }
  } finally {
    // Also ends a read that still waits.
    reader.cancel().catch(() => undefined);
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
