import { open } from "node:fs/promises";
import type { MediaContainer } from "@/lib/media/media-container";

/** An Ogg page has at most 65,307 bytes, so the last page starts within this many. */
const TAIL_BYTES = 65_307;
const HEADER_TYPE_OFFSET = 5;
const END_OF_STREAM_FLAG = 4;

/**
 * True when an Ogg file stops without the page that ends its stream (RFC 3533): an upload or a recording that broke
 * off. Its header promises no length, so that nothing else would tell. False for every other container.
 */
export async function endsMidStream(path: string, container: MediaContainer): Promise<boolean> {
  if (container !== "ogg" && container !== "opus") return false;
  const file = await open(path, "r");
  try {
    const { size } = await file.stat();
    const length = Math.min(size, TAIL_BYTES);
    const { buffer } = await file.read(Buffer.alloc(length), 0, length, size - length);
    const lastPage = buffer.lastIndexOf("OggS", undefined, "latin1");
    const headerType = buffer[lastPage + HEADER_TYPE_OFFSET];
    return lastPage < 0 || headerType === undefined || (headerType & END_OF_STREAM_FLAG) === 0;
  } finally {
    await file.close();
  }
}
