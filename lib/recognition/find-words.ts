import { alignmentModelOf } from "@/lib/recognition/alignment-model";
import { findTimeMismatch, syllableMismatch } from "@/lib/recognition/check-supplied-times";
import { createSoundswallowerAligner } from "@/lib/recognition/soundswallower-aligner";
import { spotCheckWords } from "@/lib/recognition/spot-check-words";
import { spreadWords } from "@/lib/recognition/spread-words";
import { wordSpeechAgreement } from "@/lib/recognition/word-speech-agreement";
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

/**
 * Agreement (wordSpeechAgreement) from which no further look is needed, and below which times belong to other speech. On
 * the fixture answers right times have 0.51-0.98 (0.36-0.74 when all are 150 ms late), times of another answer
 * -0.14 to 0.11.
 */
const SURE_AGREEMENT = 0.3;
const LOWEST_AGREEMENT = 0.15;

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
  if (parsed.kind === "timed_words") return suppliedWords(input, parsed.words);
  if (acoustics.runs.length === 0)
    return refused("transcript_mismatch", "There is no speech in the recording to lay the transcript over.");
  const mismatch = cueMismatch(parsed.cues, acoustics);
  if (mismatch !== null) return refused("transcript_mismatch", mismatch);
  if (alignmentModelOf(language) !== null) return align(input, parsed);
  return estimate(parsed.cues, language, acoustics);
}

async function align(input: FindWordsInput, parsed: ParsedTranscript & { kind: "cues" }): Promise<WordsOutcome> {
  const { pcm, language, acoustics, signal } = input;
  const outcome = await alignerOf(input).align(
    pcm,
    parsed,
    signal ? { language, acoustics, signal } : { language, acoustics },
  );
  // A broken aligner is no reason to lose the words: cue times still bound them.
  const failed = !outcome.ok && outcome.reason.code === "alignment_failed";
  return failed && parsed.cues.every((cue) => cue.startMs !== null)
    ? estimate(parsed.cues, language, acoustics)
    : outcome;
}

function alignerOf(input: FindWordsInput): Aligner {
  return input.aligner ?? (sharedAligner ??= createSoundswallowerAligner());
}

/**
 * Words whose times agree with the pauses of the recording are taken as they are, at once. Where they do not (other
 * speech, or a recogniser that stretches words over pauses), the aligner listens to a few stretches; where it cannot,
 * times that leave silences, but not those of this recording, are refused.
 */
async function suppliedWords(input: FindWordsInput, words: readonly TimedWord[]): Promise<WordsOutcome> {
  const { acoustics, language } = input;
  const mismatch = findTimeMismatch(words, acoustics);
  if (mismatch !== null) return refused("transcript_mismatch", mismatch);
  const agreement = wordSpeechAgreement(words, acoustics);
  if (agreement === null || agreement < SURE_AGREEMENT) {
    const aligner = alignmentModelOf(language) === null ? null : alignerOf(input);
    const heard = aligner && (await spotCheckWords({ ...input, words, aligner }));
    if (heard === false || (heard === null && agreement !== null && agreement < LOWEST_AGREEMENT))
      return refused("transcript_mismatch", "The words cannot be heard in the recording at the times that they carry.");
  }
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
