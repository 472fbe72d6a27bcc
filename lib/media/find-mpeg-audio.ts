import type { MediaContainer } from "@/lib/media/media-container";

const BITRATES_KBPS: Readonly<Record<string, readonly number[]>> = {
  // Rows of ISO/IEC 11172-3 table 2.4.2.3 (version 1) and ISO/IEC 13818-3 (versions 2 and 2.5), index 1..14.
  "1/1": [32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448],
  "1/2": [32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384],
  "1/3": [32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  "2/1": [32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256],
  "2/2": [8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
  "2/3": [8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
};
const BASE_RATES_HZ = [44_100, 48_000, 32_000];
const SMALLEST_ADTS_FRAME_BYTES = 8;

/**
 * Looks for MPEG audio (layers I-III) or AAC frames in the bytes: a valid frame header that is followed, at the place
 * it announces, by another of the same kind or by the end of the file. Random text has no such pair.
 *
 * @param atEnd the bytes reach to the end of the file
 */
export function findMpegAudio(bytes: Uint8Array, atEnd: boolean): Extract<MediaContainer, "mp3" | "aac"> | null {
  for (let at = 0; at + 6 < bytes.length; at++) {
    if (bytes[at] !== 0xff) continue;
    for (const [container, frameBytes] of [
      ["mp3", mpegFrameBytes],
      ["aac", adtsFrameBytes],
    ] as const) {
      const length = frameBytes(bytes, at);
      if (length === null) continue;
      const next = at + length;
      if (frameBytes(bytes, next) !== null || (atEnd && next === bytes.length)) return container;
    }
  }
  return null;
}

/** Length in bytes of the MPEG audio frame whose header starts here; null when there is none. */
function mpegFrameBytes(bytes: Uint8Array, at: number): number | null {
  const [a = 0, b = 0, c = 0] = bytes.subarray(at, at + 3);
  if (a !== 0xff || (b & 0xe0) !== 0xe0) return null;
  const versionBits = (b >> 3) & 3;
  const layer = 4 - ((b >> 1) & 3);
  if (versionBits === 1 || layer === 4) return null;
  const kbps = BITRATES_KBPS[`${versionBits === 3 ? 1 : 2}/${layer}`]?.[(c >> 4) - 1];
  const baseRateHz = BASE_RATES_HZ[(c >> 2) & 3];
  if (kbps === undefined || baseRateHz === undefined) return null;
  const rateHz = versionBits === 3 ? baseRateHz : versionBits === 2 ? baseRateHz / 2 : baseRateHz / 4;
  const padding = (c >> 1) & 1;
  if (layer === 1) return (Math.floor((12_000 * kbps) / rateHz) + padding) * 4;
  const samplesPerByte = layer === 3 && versionBits !== 3 ? 72_000 : 144_000;
  return Math.floor((samplesPerByte * kbps) / rateHz) + padding;
}

/** Length in bytes of the ADTS frame (ISO/IEC 13818-7) whose header starts here; null when there is none. */
function adtsFrameBytes(bytes: Uint8Array, at: number): number | null {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = bytes.subarray(at, at + 6);
  if (a !== 0xff || (b & 0xf6) !== 0xf0 || ((c >> 2) & 15) > 12) return null;
  const length = ((d & 3) << 11) | (e << 3) | (f >> 5);
  return length < SMALLEST_ADTS_FRAME_BYTES ? null : length;
}
