import type { ConfidenceFacts, UnusedTranscript } from "@/scoring/confidence/confidence-facts";
import type { Dimension, LowConfidenceCode } from "@/scoring/dimensions/dimension-result";
import type { ConfidenceLimits } from "@/scoring/models/model-schema";

/** What a text may name: the facts, the limits, and what came out for this dimension. */
export interface ReasonContext {
  readonly dimension: Dimension;
  readonly facts: ConfidenceFacts;
  readonly limits: ConfidenceLimits;
  /** Share of weight missing and gate standard error with its limit; absent before they are known. */
  readonly missingShare?: number;
  readonly standardError?: number;
  readonly maxStandardError?: number;
}

interface ReasonText {
  readonly needs: string | null;
  readonly text: (context: ReasonContext) => string;
}

const percent = (share: number | null | undefined): string => `${Math.round(100 * (share ?? 0))} %`;
/** Cut, not rounded, so that 19.97 s never reads "20 s were heard; 20 s are needed". */
const cut = (value: number | null | undefined): number => Math.floor(10 * (value ?? 0)) / 10;
const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

function tooFewWords({ dimension, facts, limits }: ReasonContext): string {
  const needed = limits.minWords[dimension];
  if (facts.words !== null) return `${counted(facts.words, "word was", "words were")} said; ${needed} are needed.`;
  const syllables = Math.ceil(needed * limits.syllablesPerWord);
  return `${counted(facts.nuclei, "syllable was", "syllables were")} heard; ${syllables} are needed.`;
}

function noOccasion({ facts, limits }: ReasonContext): string {
  const acts = counted(facts.distinctActs, "kind", "kinds");
  return (
    `The question does not call for helpful acts. Without such a question, ${limits.noOccasionMinActs} kinds of them ` +
    `in ${limits.noOccasionMinWords} words are needed; ${acts} in ${counted(facts.words ?? 0, "word", "words")} were found.`
  );
}

const UNUSED_TRANSCRIPT_TEXT: Readonly<Record<UnusedTranscript, string>> = {
  doubtful:
    "The transcript fits the recording only in part; send what was said word for word, with repeats and restarts.",
  not_aligned:
    "The times of the transcript's words could not be found on our side; send it again, or with the times of its words.",
};

/** One plain sentence or two a code, and what would complete the answer. Behaviour only; nothing here accuses. */
export const LOW_CONFIDENCE_TEXT: Readonly<Record<LowConfidenceCode, ReasonText>> = {
  no_speech: { needs: "recording_with_speech", text: () => "No speech was found in the recording." },
  too_short: {
    needs: "longer_answer",
    text: ({ dimension, facts, limits }) =>
      `${cut(facts.speechS)} s of speech were heard; ${limits.minSpeechS[dimension]} s are needed.`,
  },
  too_few_words: { needs: "longer_answer", text: tooFewWords },
  poor_recognition: {
    needs: "transcript",
    text: ({ facts, limits }) =>
      `The words were recognised with a mean probability of ${cut(100 * (facts.meanWordConfidence ?? 0))} %; ` +
      `${percent(limits.minWordConfidence)} is needed.`,
  },
  noise: {
    needs: "quieter_recording",
    text: ({ facts, limits }) =>
      `Speech is ${cut(facts.snrDb)} dB above the background noise; ${limits.minSnrDb} dB are needed.`,
  },
  noisy: {
    needs: "quieter_recording",
    text: ({ facts, limits }) =>
      `Speech is ${cut(facts.snrDb)} dB above the background noise; below ${limits.quietSnrDb} dB the interval is wider.`,
  },
  off_topic: {
    needs: "answer_to_the_question",
    text: ({ facts }) =>
      `The words have too little to do with the question: ${facts.relevance?.score.toFixed(2)} on a scale of 0 to 1; ` +
      `${facts.relevance?.floor.toFixed(2)} is needed.`,
  },
  repeats_question: {
    needs: "answer_to_the_question",
    text: ({ facts, limits }) =>
      `${percent(facts.relevance?.copiedShare)} of the words repeat the question; at most ${percent(limits.maxCopiedShare)} may.`,
  },
  language_mismatch: {
    needs: "stated_language",
    text: ({ facts, limits }) =>
      `The stated language was heard with a probability of ${cut(100 * (facts.findings.languageProbability ?? 0))} %; ` +
      `${percent(limits.minLanguageProbability)} is needed.`,
  },
  language_not_calibrated: {
    needs: null,
    text: () => "The word lists and norms behind this are not yet calibrated for this language.",
  },
  no_occasion: { needs: "question_with_occasion", text: noOccasion },
  no_transcript: {
    needs: "transcript",
    text: () => "There are no words for this recording; with a transcript it can be judged in full.",
  },
  transcript_mismatch: {
    needs: "transcript",
    text: ({ facts }) => UNUSED_TRANSCRIPT_TEXT[facts.findings.unusedTranscript ?? "doubtful"],
  },
  reading: {
    needs: null,
    text: ({ facts }) =>
      `The delivery resembles reading aloud (probability ${percent(facts.findings.readingProbability)}), ` +
      "so steadiness of free speech cannot be judged from it.",
  },
  second_speaker: {
    needs: "one_speaker",
    text: ({ facts, limits }) =>
      `A second voice takes ${percent(facts.findings.secondSpeakerShare)} of the speech; ` +
      `from ${percent(limits.maxSecondSpeakerShare)} on, the answer cannot be attributed to one person.`,
  },
  standard_error: {
    needs: "longer_answer",
    text: ({ standardError, maxStandardError }) =>
      `The standard error is ${(standardError ?? 0).toFixed(1)} points; at most ${maxStandardError} are accepted.`,
  },
  missing_terms: {
    needs: null,
    text: ({ missingShare, limits }) =>
      `${percent(missingShare)} of what this score is made of could not be measured; ` +
      `at most ${percent(limits.maxMissingShare)} may be missing.`,
  },
};
