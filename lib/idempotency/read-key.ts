import { EarshotError } from "@/lib/errors/error-codes";

const MAX_CHARACTERS = 255;

/**
 * The request's Idempotency-Key, null where it sent none.
 *
 * @throws EarshotError `invalid_request` for one that is empty, too long, or no printable ASCII
 */
export function readIdempotencyKey(headers: Headers): string | null {
  const key = headers.get("idempotency-key");
  if (key === null) return null;
  if (key.length === 0 || key.length > MAX_CHARACTERS || !/^[\x20-\x7e]+$/.test(key)) {
    throw new EarshotError(
      "invalid_request",
      `Idempotency-Key must be 1 to ${MAX_CHARACTERS} printable ASCII characters.`,
    );
  }
  return key;
}
