import { alignmentModelOf } from "@/lib/recognition/alignment-model";
import { findTimeMismatch, syllableMismatch } from "@/lib/recognition/check-supplied-times";
import { createSoundswallowerAligner } from "@/lib/recognition/soundswallower-aligner";
import { spreadWords } from "@/lib/recognition/spread-words";
import type { AcousticArtifacts } from "@/scoring/acoustics/acoustic-artifacts";
import type { Aligner, NoWordsReason, Pcm, WordsOutcome } from "@/scoring/transcripts/ports";
import type { ParsedTranscript, TimedWord, TranscriptCue } from "@/scoring/transcripts/words";

export interface FindWordsInput {
  readonly pcm: Pcm;
  /** null: no transcript came with the answer. */
  readonly parsed: ParsedTranscript | null;
  /** BCP 47 tag. */
  readonly language: string;
  readonly acoustics: AcousticArtifacts;
  readonly signal?: AbortSignal;
  /** The process-wide aligner by default. */
  readonly aligner?: Aligner;
}

let sharedAligner: Aligner | null = null;

/**
 * The timed words of an answer, checked against its sound, or why there are none. Word times are taken as `supplied`;
 * text is `aligned` where the language has an aligner and else `estimated`; nothing is recognised (`no_recogniser`).
 * A transcript of other speech is refused (`transcript_mismatch`); the words of one that fits only in part are not used
 * (`transcript_doubtful`). Rejects only when `signal` aborts.
 */
export async function findWords(input: FindWordsInput): Promise<WordsOutcome> {
  const { parsed, language, acoustics } = input;
  if (parsed === null) {
    return refused(
      "no_recogniser",
      "No transcript was sent and no recogniser is connected: send what was said as transcript.",
    );
  }
  if (parsed.kind === "timed_words") return suppliedWords(parsed.words, language, acoustics);
  if (acoustics.runs.length === 0)
    return refused("transcript_mismatch", "There is no speech in the recording to lay the transcript over.");
  const mismatch = cueMismatch(parsed.cues, acoustics);
  if (mismatch !== null) return refused("transcript_mismatch", mismatch);
  if (alignmentModelOf(language) !== null) return align(input, parsed);
  return estimate(parsed.cues, language, acoustics);
}

async function align(input: FindWordsInput, parsed: ParsedTranscript & { kind: "cues" }): Promise<WordsOutcome> {
  const { pcm, language, acoustics, signal } = input;
  const aligner = input.aligner ?? (sharedAligner ??= createSoundswallowerAligner());
  const outcome = await aligner.align(pcm, parsed, signal ? { language, acoustics, signal } : { language, acoustics });
  // A broken aligner is no reason to lose the words: cue times still bound them.
  const failed = !outcome.ok && outcome.reason.code === "alignment_failed";
  return failed && parsed.cues.every((cue) => cue.startMs !== null)
    ? estimate(parsed.cues, language, acoustics)
    : outcome;
}

function suppliedWords(words: readonly TimedWord[], language: string, acoustics: AcousticArtifacts): WordsOutcome {
  const mismatch = findTimeMismatch(words, acoustics);
  if (mismatch !== null) return refused("transcript_mismatch", mismatch);
  const confidences = words.flatMap(({ confidence }) => (confidence === null ? [] : [confidence]));
  const meanConfidence =
    confidences.length === 0 ? null : confidences.reduce((sum, value) => sum + value, 0) / confidences.length;
  return { ok: true, transcript: { source: "supplied", language, words, meanConfidence } };
}

function estimate(cues: readonly TranscriptCue[], language: string, acoustics: AcousticArtifacts): WordsOutcome {
  const words = spreadWords(cues, acoustics);
  return { ok: true, transcript: { source: "estimated", language, words, meanConfidence: null } };
}

function cueMismatch(cues: readonly TranscriptCue[], acoustics: AcousticArtifacts): string | null {
  const timed = cues.flatMap(({ text, startMs, endMs }) =>
    startMs === null || endMs === null ? [] : [{ text, startMs, endMs }],
  );
  return timed.length === cues.length
    ? findTimeMismatch(timed, acoustics, "cue")
    : syllableMismatch(cues, acoustics.nucleiMs.length);
}

function refused(code: NoWordsReason["code"], detail: string): WordsOutcome {
  return { ok: false, reason: { code, detail } };
}
