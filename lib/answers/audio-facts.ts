import type { DecodedRecording } from "@/lib/media/decoded-recording";
import type { MediaContainer } from "@/lib/media/media-container";
import type { AcousticArtifacts } from "@/scoring/acoustics/acoustic-artifacts";

/** What is known about a recording apart from its sound. Plain JSON, stored with the result. */
export interface AudioFacts {
  /** Of the file as it was sent, hex. */
  readonly sha256: string;
  readonly bytes: number;
  readonly container: MediaContainer;
  readonly codec: string;
  readonly sampleRateHz: number;
  readonly channels: number;
  readonly durationMs: number;
  /** What the header promised, null when it promised nothing. */
  readonly claimedDurationMs: number | null;
  /** The file holds less than it promised: what is there was scored. */
  readonly partial: boolean;
  /** Sentences for people: "The file promises 240.0 s and holds 80.2 s." */
  readonly warnings: readonly string[];
  /** Level of speech above the background, dB; null without speech. */
  readonly snrDb: number | null;
}

export function audioFacts(sha256: string, recording: DecodedRecording, acoustics: AcousticArtifacts): AudioFacts {
  const { bytes, container, codec, sampleRateHz, channels, durationMs, claimedDurationMs, partial } = recording;
  return {
    ...{ sha256, bytes, container, codec, sampleRateHz, channels, durationMs, claimedDurationMs, partial },
    warnings: recording.warnings.map((warning) => warning.detail),
    snrDb: acoustics.levels.snrDb,
  };
}
