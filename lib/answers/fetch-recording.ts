import { Readable } from "node:stream";
import { environment } from "@/lib/config/environment";
import { EarshotError } from "@/lib/errors/error-codes";
import { openUrl } from "@/lib/outbound/open-url";
import { toRefusal } from "@/lib/outbound/outbound-refusal";
import { outboundRules } from "@/lib/outbound/outbound-rules";
import type { IncomingObject, ObjectStore } from "@/lib/storage/object-store";

/**
 * Fetches a recording into a temporary file: from the open internet, and the ranges of OUTBOUND_ALLOW. Nothing is left
 * behind when this throws.
 *
 * @throws EarshotError `audio_url_not_allowed`, `audio_url_unreachable`, `media_too_large`
 */
export async function fetchRecording(
  store: ObjectStore,
  url: string,
  options: { readonly seconds: number },
): Promise<IncomingObject> {
  const maxBytes = environment().MEDIA_MAX_BYTES;
  const signal = AbortSignal.timeout(options.seconds * 1_000);
  try {
    const opened = await openUrl(url, outboundRules({ allowLoopback: false }), signal);
    try {
      if (opened.length !== null && opened.length > maxBytes) throw tooLarge(maxBytes);
      return await store.receive(Readable.from(limited(opened.body, maxBytes)));
    } finally {
      await opened.close();
    }
  } catch (error) {
    throw error instanceof EarshotError ? error : toFieldError(error);
  }
}

function toFieldError(error: unknown): EarshotError {
  const refusal = toRefusal(error);
  const code = refusal.reason === "not_allowed" ? "audio_url_not_allowed" : "audio_url_unreachable";
  const detail = `The recording was not fetched. ${refusal.detail}`;
  return new EarshotError(code, detail, [{ pointer: "/audio_url", code, detail }]);
}

async function* limited(body: AsyncIterable<Buffer>, maxBytes: number): AsyncGenerator<Buffer> {
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.length;
    if (bytes > maxBytes) throw tooLarge(maxBytes);
    yield chunk;
  }
}

function tooLarge(maxBytes: number): EarshotError {
  return new EarshotError("media_too_large", `The recording at this address is larger than ${maxBytes} bytes.`);
}
