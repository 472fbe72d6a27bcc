import { EarshotError } from "@/lib/errors/error-codes";
import type { DecodedSound } from "@/lib/media/decode-contract";
import type { MediaContainer } from "@/lib/media/media-container";
import { isCutShort } from "@/lib/media/media-limits";
import type { ProbedRecording } from "@/lib/media/probe-recording";
import { SAMPLE_RATE_HZ } from "@/scoring/acoustics/acoustic-artifacts";

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

/**
 * What was decoded, with what a person should know of its state.
 *
 * @param brokenOff the file stops in the middle of its stream
 * @throws EarshotError `media_undecodable` where there is no sound at all
 */
export function describeDecoded(probed: ProbedRecording, sound: DecodedSound, brokenOff: boolean): DecodedRecording {
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
