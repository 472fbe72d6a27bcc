import { open, type FileHandle } from "node:fs/promises";
import { EarshotError } from "@/lib/errors/error-codes";
import { describeBytes } from "@/lib/media/describe-bytes";
import { findMpegAudio } from "@/lib/media/find-mpeg-audio";
import { SUPPORTED_MEDIA_TEXT, type MediaContainer } from "@/lib/media/media-container";
import type { MediaLimits } from "@/lib/media/media-limits";
import { recogniseContainer } from "@/lib/media/recognise-container";

const HEAD_BYTES = 64 * 1024;
const MAX_ID3_TAGS = 8;

export interface ProbedRecording {
  readonly container: MediaContainer;
  readonly bytes: number;
  /** Where the sound begins behind ID3 tags; 0 without one. */
  readonly soundStart: number;
}

/**
 * Says what a file is, from its bytes alone. Reads at most 64 kB and the headers of up to eight ID3 tags.
 *
 * @throws EarshotError `missing_audio` (empty), `media_too_large`, `unsupported_media` (says what was found)
 */
export async function probeRecording(path: string, limits: MediaLimits): Promise<ProbedRecording> {
  const file = await open(path, "r");
  try {
    const stats = await file.stat();
    if (!stats.isFile()) throw new EarshotError("unsupported_media", "This is a folder or a device, not a file.");
    if (stats.size === 0) throw new EarshotError("missing_audio", "The recording is empty (0 bytes).");
    if (stats.size > limits.maxBytes) {
      const detail = `The file has ${megabytes(stats.size)} MB; ${megabytes(limits.maxBytes)} MB are allowed.`;
      throw new EarshotError("media_too_large", detail);
    }
    return { ...(await nameContainer(file, stats.size)), bytes: stats.size };
  } finally {
    await file.close();
  }
}

async function nameContainer(file: FileHandle, size: number): Promise<Omit<ProbedRecording, "bytes">> {
  const head = await readAt(file, 0);
  const direct = recogniseContainer(head);
  if (direct) return { container: direct, soundStart: 0 };
  const soundStart = await skipId3Tags(file, head, size);
  const sound = soundStart === 0 ? head : await readAt(file, soundStart);
  const behindTag = soundStart === 0 ? null : recogniseContainer(sound);
  if (behindTag === "flac" || behindTag === "wav" || behindTag === "aiff") {
    return { container: behindTag, soundStart };
  }
  const found = await describeBytes(head);
  if (!looksLikeAnotherFormat(found)) {
    const mpeg = findMpegAudio(sound, soundStart + sound.length >= size);
    if (mpeg) return { container: mpeg, soundStart };
  }
  const what = soundStart > 0 ? "an ID3 tag without sound behind it" : found;
  throw new EarshotError("unsupported_media", `The file is ${what}. ${SUPPORTED_MEDIA_TEXT}.`);
}

/** A known format with a mark of its own (an archive, a picture) is never searched for stray MPEG frames. */
function looksLikeAnotherFormat(found: string): boolean {
  return found.includes("(") && !found.includes("(audio/mpeg)") && !found.includes("(audio/aac)");
}

/** Where the sound starts behind ID3v2 tags (their size is four 7-bit bytes); 0 without a tag. */
async function skipId3Tags(file: FileHandle, head: Uint8Array, size: number): Promise<number> {
  let start = 0;
  for (let tag = 0; tag < MAX_ID3_TAGS && start + 10 < size; tag++) {
    const header = start === 0 ? head : await readAt(file, start, 10);
    if (header[0] !== 0x49 || header[1] !== 0x44 || header[2] !== 0x33) break;
    const [flags = 0, a = 0, b = 0, c = 0, d = 0] = header.subarray(5, 10);
    start += 10 + ((a & 127) << 21) + ((b & 127) << 14) + ((c & 127) << 7) + (d & 127) + (flags & 16 ? 10 : 0);
  }
  return Math.min(start, size);
}

async function readAt(file: FileHandle, position: number, length = HEAD_BYTES): Promise<Uint8Array> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}

/** One decimal, rounded up, so that a file just over the limit never reads as equal to it. */
function megabytes(bytes: number): string {
  return (Math.ceil(bytes / 1024 / 102.4) / 10).toString();
}
