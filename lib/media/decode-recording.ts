import { availableParallelism } from "node:os";
import path from "node:path";
import { ChildFailure } from "@/lib/child-process/child-failure";
import { createChildPool } from "@/lib/child-process/child-pool";
import { EarshotError } from "@/lib/errors/error-codes";
import type { Channel, DecodedSound, DecodeOutcome, DecodeRequest } from "@/lib/media/decode-contract";
import { decodeWithSystemFfmpeg } from "@/lib/media/decode-with-system-ffmpeg";
import { endsMidStream } from "@/lib/media/ends-mid-stream";
import type { MediaContainer } from "@/lib/media/media-container";
import { isCutShort, type MediaLimits } from "@/lib/media/media-limits";
import { probeRecording, type ProbedRecording } from "@/lib/media/probe-recording";
import { SAMPLE_RATE_HZ } from "@/scoring/acoustics/acoustic-artifacts";

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

export interface DecodeWarning {
  readonly code: "partial" | "damaged_packets" | "silenced_samples";
  readonly detail: string;
}

export interface DecodedRecording {
  /** 16 kHz mono in -1..1, finite. */
  readonly pcm: Float32Array;
  readonly container: MediaContainer;
  readonly codec: string;
  readonly bytes: number;
  readonly durationMs: number;
  readonly claimedDurationMs: number | null;
  readonly sampleRateHz: number;
  readonly channels: number;
  /** The file holds less than its header promises: what is there was decoded. */
  readonly partial: boolean;
  readonly warnings: readonly DecodeWarning[];
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
  return describe(probed, sound, await endsMidStream(request.path, probed.container));
}

async function decodeInChild(
  request: DecodeRequest,
  limits: { timeoutMs: number; signal?: AbortSignal },
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

function describe(probed: ProbedRecording, sound: DecodedSound, brokenOff: boolean): DecodedRecording {
  const durationMs = Math.round((sound.pcm.length / SAMPLE_RATE_HZ) * 1_000);
  if (sound.pcm.length === 0) {
    throw new EarshotError("media_undecodable", "The recording is damaged: no sound could be decoded from it.");
  }
  const { claimedDurationMs } = sound;
  const cutShort = isCutShort(durationMs, claimedDurationMs);
  const partial = cutShort || brokenOff;
  const warnings = describeDamage(sound, durationMs, cutShort, brokenOff);
  const { pcm, codec, sampleRateHz, channels } = sound;
  const { container, bytes } = probed;
  return { pcm, container, codec, bytes, durationMs, claimedDurationMs, sampleRateHz, channels, partial, warnings };
}

function describeDamage(
  sound: DecodedSound,
  durationMs: number,
  cutShort: boolean,
  brokenOff: boolean,
): readonly DecodeWarning[] {
  const warnings: DecodeWarning[] = [];
  const { claimedDurationMs, damagedPackets, silencedSamples } = sound;
  if (cutShort && claimedDurationMs !== null) {
    const detail = `The file promises ${seconds(claimedDurationMs)} s and holds ${seconds(durationMs)} s.`;
    warnings.push({ code: "partial", detail });
  } else if (brokenOff) {
    warnings.push({ code: "partial", detail: "The file breaks off: its last part is missing." });
  }
  if (damagedPackets > 0) {
    warnings.push({ code: "damaged_packets", detail: `Damaged pieces that were left out: ${damagedPackets}.` });
  }
  if (silencedSamples > 0) {
    warnings.push({ code: "silenced_samples", detail: `Unreadable samples that were silenced: ${silencedSamples}.` });
  }
  return warnings;
}

function seconds(ms: number): string {
  return (ms / 1_000).toFixed(1);
}
