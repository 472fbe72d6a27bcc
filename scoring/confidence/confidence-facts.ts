/** Why an answer is judged without words, although it may have some. */
export type WithoutWords = "no_transcript" | "transcript_mismatch" | "poor_recognition";

/**
 * Why a transcript that was sent is not used. `doubtful`: it fits the recording only in part, so that the times of its
 * words would be wrong. `not_aligned`: the search for its words' times broke off; nothing is known against it.
 */
export const UNUSED_TRANSCRIPT = ["doubtful", "not_aligned"] as const;
export type UnusedTranscript = (typeof UNUSED_TRANSCRIPT)[number];

/**
 * What other parts found out about the same audio. Each is optional: what was not assessed withholds nothing. None of
 * it is ever a scoring input; it can only withhold a number.
 */
export interface OutsideFindings {
  /** Probability that the stated language was spoken, 0..1. */
  readonly languageProbability?: number;
  /** Probability that the answer was read aloud, 0..1. */
  readonly readingProbability?: number;
  /** Share of the speech that a second voice takes, 0..1. */
  readonly secondSpeakerShare?: number;
  /** A transcript was given, but its words are not used, and why. */
  readonly unusedTranscript?: UnusedTranscript;
}

/** All that the low-confidence rules look at (scoring-science 5.2), for one answer. */
export interface ConfidenceFacts {
  readonly speechS: number;
  /** Content words (N of 2.5); null where words are absent or not trusted. */
  readonly words: number | null;
  /** Syllable nuclei heard: stands in for words where there are none. */
  readonly nuclei: number;
  readonly snrDb: number | null;
  /** Mean probability of the recognised words; null for words that a person supplied, and without words. */
  readonly meanWordConfidence: number | null;
  /** Null where relevance could not be measured. */
  readonly relevance: { readonly score: number; readonly copiedShare: number; readonly floor: number } | null;
  /** The prompt calls for helpful acts (the occasion gate of 4.4). */
  readonly promptGivesOccasion: boolean;
  /** Kinds of helpful acts that were found at least once. */
  readonly distinctActs: number;
  readonly languageCalibrated: boolean;
  readonly withoutWords: WithoutWords | null;
  readonly findings: OutsideFindings;
}
