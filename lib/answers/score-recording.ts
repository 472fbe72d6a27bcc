import { audioFacts, type AudioFacts } from "@/lib/answers/audio-facts";
import { hashFile } from "@/lib/answers/hash-input";
import { readTranscript, type SuppliedTranscript } from "@/lib/answers/read-transcript";
import {
  scoreArtifacts,
  type AnswerArtifacts,
  type ArtifactScore,
  type ScoreOptions,
} from "@/lib/answers/score-artifacts";
import { startStopwatch } from "@/lib/answers/stopwatch";
import { EarshotError } from "@/lib/errors/error-codes";
import type { Channel } from "@/lib/media/decode-contract";
import type { DecodedRecording } from "@/lib/media/decoded-recording";
import { type DecodeOptions, decodeRecording } from "@/lib/media/decode-recording";
import type { MediaLimits } from "@/lib/media/media-limits";
import { type MeasuredSound, type MeasureSound, measureSound } from "@/lib/measuring/measure-sound";
import { findWords } from "@/lib/recognition/find-words";
import { LONGEST_RECORDING_MS } from "@/scoring/acoustics/analyse-acoustics";
import type { UnusedTranscript } from "@/scoring/confidence/confidence-facts";
import type { NoWordsReason } from "@/scoring/transcripts/ports";

/** Reasons that leave a transcript unused and the answer scored from its sound. */
const UNUSED_BECAUSE: Readonly<Partial<Record<NoWordsReason["code"], UnusedTranscript>>> = {
  transcript_doubtful: "doubtful",
  alignment_failed: "not_aligned",
};

/** A recording that was decoded and hashed on its way in. */
export interface ReceivedRecording {
  readonly recording: DecodedRecording;
  /** Of the file, hex. */
  readonly sha256: string;
  /** What is being measured of it since it was here. */
  readonly sound: Promise<MeasuredSound>;
}

export interface RecordingOptions extends ScoreOptions {
  /** A path, absolute or relative to the working directory; or the recording itself. */
  readonly source: string | ReceivedRecording;
  readonly transcript: SuppliedTranscript | null;
  /** How the sound of a file is measured; in this thread where nothing is said. */
  readonly measure?: MeasureSound;
  readonly channel: Channel;
  readonly limits: MediaLimits;
  /** A system ffmpeg instead of the built-in decoder. */
  readonly ffmpegPath?: string | null;
  readonly signal?: AbortSignal;
}

export interface RecordingScore extends ArtifactScore {
  /** What to store for re-scores. */
  readonly artifacts: AnswerArtifacts;
  /** Why there are no words; null when there are. */
  readonly noWords: NoWordsReason | null;
  readonly audio: AudioFacts;
  /** decode, acoustics, words, features, score, total: milliseconds. */
  readonly timingsMs: Readonly<Record<string, number>>;
}

/**
 * A file to a scored answer: decode, measure the sound, find the words, score. Holds no database and no role.
 *
 * @throws EarshotError of decodeRecording; `no_speech`; `invalid_transcript` (line and reason); `transcript_mismatch`
 * @throws ChildFailure with reason "aborted" when the signal fires
 */
export async function scoreRecording(options: RecordingOptions): Promise<RecordingScore> {
  const watch = startStopwatch();
  const { language, source, signal } = options;
  // A transcript that cannot be read is told before minutes of sound are decoded.
  const parsed = options.transcript && readTranscript(options.transcript);
  const hashing = typeof source === "string" ? hashFile(source, signal) : Promise.resolve(source.sha256);
  // Without a listener a file that cannot be opened would end the process; the awaited error below is the same.
  hashing.catch(() => undefined);
  const recording = await watch.measure("decode", () =>
    typeof source === "string" ? decodeRecording(source, decodeOptions(options)) : source.recording,
  );
  const { measure = measureSound } = options;
  const { acoustics, pcmSha256 } = await watch.measure("acoustics", () =>
    typeof source === "string" ? measure(recording.pcm) : source.sound,
  );
  if (acoustics.runs.length === 0) throw noSpeech(recording.durationMs);
  const outcome = await watch.measure("words", () =>
    findWords({ pcm: recording.pcm, acoustics, parsed, language, ...(signal && { signal }) }),
  );
  if (!outcome.ok && parsed) throwForRefusedTranscript(outcome.reason);
  const artifacts: AnswerArtifacts = {
    pcmSha256: await pcmSha256,
    acoustics,
    transcript: outcome.ok ? outcome.transcript : null,
    unusedTranscript: outcome.ok ? null : (UNUSED_BECAUSE[outcome.reason.code] ?? null),
  };
  const score = scoreArtifacts(artifacts, options, watch.measureSync);
  return {
    ...score,
    artifacts,
    noWords: outcome.ok ? null : outcome.reason,
    audio: audioFacts(await hashing, recording, acoustics),
    timingsMs: watch.read(),
  };
}

/** How a recording that is scored is decoded. */
export function decodeOptions({
  limits,
  channel,
  ffmpegPath,
  signal,
}: Pick<RecordingOptions, "limits" | "channel" | "ffmpegPath" | "signal">): DecodeOptions {
  const maxSeconds = Math.min(limits.maxSeconds, LONGEST_RECORDING_MS / 1_000);
  return { limits: { ...limits, maxSeconds }, channel, ffmpegPath: ffmpegPath ?? null, ...(signal && { signal }) };
}

function noSpeech(durationMs: number): EarshotError {
  const length = `${(durationMs / 1_000).toFixed(1)} s`;
  return new EarshotError("no_speech", `No speech was found in the ${length} of the recording.`);
}

/** A transcript of other speech is the sender's to mend. One that fits in part, or broke the aligner, costs its words. */
function throwForRefusedTranscript(reason: NoWordsReason): void {
  if (reason.code !== "transcript_mismatch") return;
  const { code, detail } = reason;
  throw new EarshotError(code, detail, [{ pointer: "/transcript", code, detail }]);
}
