import { Readable } from "node:stream";
import { openUrl, toRefusal } from "@/lib/answers/open-url";
import { environment } from "@/lib/config/environment";
import { EarshotError } from "@/lib/errors/error-codes";
import type { IncomingObject, ObjectStore } from "@/lib/storage/object-store";

/**
 * Fetches a recording into a temporary file. Nothing is left behind when this throws.
 *
 * @throws EarshotError `audio_url_not_allowed`, `audio_url_unreachable`, `media_too_large`
 */
export async function fetchRecording(
  store: ObjectStore,
  url: string,
  options: { readonly seconds: number; readonly allowLoopback: boolean },
): Promise<IncomingObject> {
  const maxBytes = environment().MEDIA_MAX_BYTES;
  const opened = await openUrl(url, options.allowLoopback, AbortSignal.timeout(options.seconds * 1_000));
  try {
    if (opened.length !== null && opened.length > maxBytes) throw tooLarge(maxBytes);
    return await store.receive(Readable.from(limited(opened.body, maxBytes)));
  } catch (error) {
    throw toRefusal(error);
  } finally {
    await opened.close();
  }
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
