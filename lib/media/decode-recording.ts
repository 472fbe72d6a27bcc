import { availableParallelism } from "node:os";
import path from "node:path";
import { ChildFailure } from "@/lib/child-process/child-failure";
import { createChildPool } from "@/lib/child-process/child-pool";
import { EarshotError } from "@/lib/errors/error-codes";
import type { Channel, DecodedSound, DecodeOutcome, DecodeRequest } from "@/lib/media/decode-contract";
import { decodeWithSystemFfmpeg } from "@/lib/media/decode-with-system-ffmpeg";
import { type DecodedRecording, describeDecoded } from "@/lib/media/decoded-recording";
import { endsMidStream } from "@/lib/media/ends-mid-stream";
import type { MediaLimits } from "@/lib/media/media-limits";
import { probeRecording } from "@/lib/media/probe-recording";

/** A damaged file of usual size ends within ten seconds; a large one gets time to be read from a slow disk. */
const BASE_TIMEOUT_MS = 8_000;
const TIMEOUT_MS_PER_MB = 60;
const CHILD_HEAP_MB = 512;
/** A child starts when a recording finds the others busy. */
const MAX_CHILDREN = 4;

export interface DecodeOptions {
  readonly limits: MediaLimits;
  readonly channel?: Channel;
  /** An ffmpeg program to use instead of the library (FFMPEG_PATH). */
  readonly ffmpegPath?: string | null;
  readonly signal?: AbortSignal;
}

const decoder = createChildPool<DecodeRequest, DecodeOutcome>(
  { entry: "decode-child", timeoutMs: BASE_TIMEOUT_MS, maxOldSpaceMb: CHILD_HEAP_MB },
  Math.min(MAX_CHILDREN, availableParallelism()),
);

/**
 * A file to 16 kHz mono samples. The file is named by its bytes and decoded in a warm child process under the limits
 * of docs/decisions/0004: a file that hangs or kills the child is an error, not an outage.
 *
 * @throws EarshotError `missing_audio`, `unsupported_media`, `media_too_large`, `media_too_long`, `media_undecodable`
 * @throws ChildFailure with reason "aborted" when the signal fires
 */
export async function decodeRecording(file: string, options: DecodeOptions): Promise<DecodedRecording> {
  const probed = await probeRecording(file, options.limits);
  const request: DecodeRequest = {
    path: path.resolve(file),
    container: probed.container,
    channel: options.channel ?? "mix",
    maxSeconds: options.limits.maxSeconds,
  };
  const timeoutMs = BASE_TIMEOUT_MS + Math.round((probed.bytes / 1e6) * TIMEOUT_MS_PER_MB);
  const limits = options.signal ? { timeoutMs, signal: options.signal } : { timeoutMs };
  const sound = options.ffmpegPath
    ? await decodeWithSystemFfmpeg(options.ffmpegPath, request, limits)
    : await decodeInChild(request, limits);
  return describeDecoded(probed, sound, await endsMidStream(request.path, probed.container));
}

/**
 * Decodes in one of the warm children, or only reads the header.
 *
 * @throws EarshotError as decodeRecording(); ChildFailure with reason "aborted"
 */
export async function decodeInChild(
  request: DecodeRequest,
  limits: { readonly timeoutMs?: number; readonly signal?: AbortSignal },
): Promise<DecodedSound> {
  try {
    const outcome = await decoder.request(request, limits);
    if (!outcome.ok) throw new EarshotError(outcome.code, outcome.detail);
    return outcome.sound;
  } catch (error) {
    if (!(error instanceof ChildFailure) || error.reason === "aborted") throw error;
    const what = error.reason === "timeout" ? "did not come to an end" : "broke off";
    const detail = `The recording is damaged: decoding it ${what}. Export or upload it again.`;
    throw new EarshotError("media_undecodable", detail);
  }
}
