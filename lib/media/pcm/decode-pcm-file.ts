import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { EarshotError } from "@/lib/errors/error-codes";
import { checkStream } from "@/lib/media/check-stream";
import { collectPcm, tooLong, type PcmCollector } from "@/lib/media/collect-pcm";
import type { DecodedSound, DecodeRequest } from "@/lib/media/decode-contract";
import { mixPcmFrames } from "@/lib/media/pcm/mix-pcm-frames";
import type { PcmLayout, ReadAt } from "@/lib/media/pcm/pcm-layout";
import { readAiffLayout } from "@/lib/media/pcm/read-aiff-layout";
import { readWavLayout } from "@/lib/media/pcm/read-wav-layout";
import { canResample, createResampler } from "@/lib/media/pcm/resample";
import { SAMPLE_RATE_HZ } from "@/scoring/acoustics/acoustic-artifacts";

const BLOCK_FRAMES = 1 << 16;

/**
 * Decodes uncompressed WAV and AIFF without native code. Returns null for what it leaves to the ffmpeg library: other
 * codings, rates above `maxRateHz`, odd rates.
 *
 * @throws EarshotError `media_undecodable`, `media_too_long`
 */
export function decodePcmFile(request: DecodeRequest, maxRateHz: number): DecodedSound | null {
  const file = openSync(request.path, "r");
  try {
    const readAt: ReadAt = (position, length) => {
      const bytes = Buffer.alloc(length);
      return bytes.subarray(0, readSync(file, bytes, 0, length, position));
    };
    const fileBytes = fstatSync(file).size;
    const found = request.container === "wav" ? readWavLayout(readAt, fileBytes) : readAiffLayout(readAt, fileBytes);
    if (found.kind === "broken") throw new EarshotError("media_undecodable", found.detail);
    if (found.kind === "other") return null;
    if (!canDecodePcm(found.layout, maxRateHz)) return null;
    const { dataBytes, bytesPerSample, channels, sampleRateHz } = found.layout;
    const seconds = dataBytes / (bytesPerSample * channels) / sampleRateHz;
    if (seconds > request.maxSeconds) throw tooLong(request.maxSeconds, seconds);
    return decodePcmLayout(found.layout, request, readAt);
  } finally {
    closeSync(file);
  }
}

/**
 * Whether these samples are read without native code.
 *
 * @throws EarshotError `media_undecodable` for sound that no microphone makes
 */
export function canDecodePcm(layout: PcmLayout, maxRateHz: number): boolean {
  checkStream(layout);
  return layout.sampleRateHz <= maxRateHz && canResample(layout.sampleRateHz, SAMPLE_RATE_HZ);
}

/**
 * The samples that a layout describes, read block by block up to its end or that of the bytes, whichever comes first.
 *
 * @throws EarshotError `media_undecodable`, `media_too_long`
 */
export function decodePcmLayout(
  layout: PcmLayout,
  request: Pick<DecodeRequest, "channel" | "maxSeconds" | "headerOnly">,
  readAt: ReadAt,
  collector: PcmCollector = collectPcm(request.maxSeconds),
): DecodedSound {
  const { sampleRateHz, channels, codec } = layout;
  const frameBytes = layout.bytesPerSample * channels;
  const frames = request.headerOnly ? 0 : Math.floor(layout.dataBytes / frameBytes);
  const notNumbers = convert(layout, frames, readAt, request, collector);
  if (notNumbers > 0) throw samplesNotNumbers(notNumbers, frames);
  const { pcm, silencedSamples } = collector.finish();
  const claimedDurationMs =
    layout.claimedBytes === null ? null : Math.round((layout.claimedBytes / frameBytes / sampleRateHz) * 1_000);
  return { pcm, codec, sampleRateHz, channels, claimedDurationMs, damagedPackets: 0, silencedSamples };
}

/** Feeds the samples block by block; returns how many frames held NaN or infinity. */
function convert(
  layout: PcmLayout,
  frames: number,
  readAt: ReadAt,
  request: Pick<DecodeRequest, "channel">,
  collector: PcmCollector,
): number {
  const frameBytes = layout.bytesPerSample * layout.channels;
  const resampler =
    layout.sampleRateHz === SAMPLE_RATE_HZ ? null : createResampler(layout.sampleRateHz, SAMPLE_RATE_HZ);
  let notNumbers = 0;
  for (let start = 0; start < frames; start += BLOCK_FRAMES) {
    const count = Math.min(BLOCK_FRAMES, frames - start);
    const bytes = readAt(layout.dataOffset + start * frameBytes, count * frameBytes);
    // A stream ends where it ends, and a file may shrink while it is read: only whole frames that are there count.
    const mono = mixPcmFrames(bytes, Math.floor(bytes.length / frameBytes), layout, request.channel);
    if (layout.kind === "float") for (const sample of mono) if (!Number.isFinite(sample)) notNumbers += 1;
    collector.push(resampler ? resampler.push(mono) : Float32Array.from(mono));
    if (bytes.length < count * frameBytes) break;
  }
  if (resampler) collector.push(resampler.finish());
  return notNumbers;
}

/** Float files can hold NaN and infinity; where they are, nothing was measured, so nothing may be scored. */
export function samplesNotNumbers(count: number, total: number): EarshotError {
  const detail = `${count} of ${total} samples are not numbers (NaN or infinite). Export the recording again as 16-bit PCM.`;
  return new EarshotError("media_undecodable", detail);
}
