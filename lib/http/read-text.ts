import { EarshotError } from "@/lib/errors/error-codes";
import { bodyChunks } from "@/lib/http/body-chunks";

/**
 * The whole request body as UTF-8 text, refused once it passes the limit (not after it has all arrived).
 *
 * @throws EarshotError `invalid_request` (too large, not UTF-8, with NUL characters, cut off), `request_timeout`
 */
export async function readText(request: Request, maxBytes: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of bodyChunks(request)) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) break;
    chunks.push(chunk);
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
