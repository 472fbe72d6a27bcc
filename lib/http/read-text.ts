import { EarshotError } from "@/lib/errors/error-codes";

/**
 * The whole request body as UTF-8 text, refused once it passes the limit (not after it has all arrived).
 *
 * @throws EarshotError `invalid_request` (too large, not UTF-8, with NUL characters, cut off)
 */
export async function readText(request: Request, maxBytes: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const chunk of request.body ?? []) {
      bytes += chunk.byteLength;
      if (bytes > maxBytes) break;
      chunks.push(chunk);
    }
  } catch {
    throw new EarshotError("invalid_request", "The body ended before it was complete.");
  }
  if (bytes > maxBytes) {
    throw new EarshotError("invalid_request", `The body is larger than ${Math.floor(maxBytes / 1000)} kB.`);
  }
  const body = Buffer.concat(chunks);
  // Neither JSON nor a transcript has one, and PostgreSQL cannot store it.
  if (body.includes(0)) throw new EarshotError("invalid_request", "The body holds NUL characters.");
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(body);
  } catch {
    throw new EarshotError("invalid_request", "The body is not UTF-8 text.");
  }
}
