import type { ConfidenceFacts } from "@/scoring/confidence/confidence-facts";
import { LOW_CONFIDENCE_TEXT, type ReasonContext } from "@/scoring/confidence/low-confidence-text";
import type { Dimension, LowConfidenceCode, LowConfidenceReason } from "@/scoring/dimensions/dimension-result";
import type { ConfidenceLimits } from "@/scoring/models/model-schema";

interface Rule {
  readonly code: LowConfidenceCode;
  /** Dimensions that the rule withholds, or cautions about. */
  readonly dimensions: readonly Dimension[];
  readonly fires: (facts: ConfidenceFacts, limits: ConfidenceLimits, dimension: Dimension) => boolean;
}

const ALL: readonly Dimension[] = ["communication", "clarity", "composure", "empathy_signal"];
/** Judged by what was said; the other two can be judged from the sound alone (scoring-science 4.7). */
const FROM_WORDS: readonly Dimension[] = ["communication", "empathy_signal"];
const FROM_SOUND: readonly Dimension[] = ["clarity", "composure"];

/** Words, or the syllables that so many words have where there are none. */
function tooFewWords(facts: ConfidenceFacts, limits: ConfidenceLimits, dimension: Dimension): boolean {
  const needed = limits.minWords[dimension];
  return facts.words === null ? facts.nuclei < needed * limits.syllablesPerWord : facts.words < needed;
}

/** Too few words make no statement about relevance (5.3). */
function relevanceOf(facts: ConfidenceFacts, limits: ConfidenceLimits): ConfidenceFacts["relevance"] {
  return (facts.words ?? 0) >= limits.minRelevanceWords ? facts.relevance : null;
}

function lacksOccasion(facts: ConfidenceFacts, limits: ConfidenceLimits): boolean {
  if (facts.promptGivesOccasion || facts.words === null || !facts.languageCalibrated) return false;
  return facts.distinctActs < limits.noOccasionMinActs || facts.words < limits.noOccasionMinWords;
}

/**
 * The table of scoring-science 5.2, one row a rule. A dimension is withheld when any row that names it fires; all that
 * fire are listed. Findings that were not assessed are absent, and their rows stay silent.
 */
const WITHHOLDING_RULES: readonly Rule[] = [
  { code: "too_short", dimensions: ALL, fires: (f, l, d) => f.speechS < l.minSpeechS[d] },
  { code: "too_few_words", dimensions: ALL, fires: tooFewWords },
  { code: "no_transcript", dimensions: FROM_WORDS, fires: (f) => f.withoutWords === "no_transcript" },
  { code: "transcript_mismatch", dimensions: FROM_WORDS, fires: (f) => f.withoutWords === "transcript_mismatch" },
  { code: "poor_recognition", dimensions: FROM_WORDS, fires: (f) => f.withoutWords === "poor_recognition" },
  { code: "noise", dimensions: ALL, fires: (f, l) => f.snrDb !== null && f.snrDb < l.minSnrDb },
  {
    code: "off_topic",
    dimensions: FROM_WORDS,
    fires: (f, l) => {
      const relevance = relevanceOf(f, l);
      return relevance !== null && relevance.score < relevance.floor;
    },
  },
  {
    code: "repeats_question",
    dimensions: FROM_WORDS,
    fires: (f, l) => (relevanceOf(f, l)?.copiedShare ?? 0) > l.maxCopiedShare,
  },
  {
    code: "language_mismatch",
    dimensions: ["communication", "clarity", "empathy_signal"],
    fires: (f, l) => (f.findings.languageProbability ?? 1) < l.minLanguageProbability,
  },
  { code: "language_not_calibrated", dimensions: ["empathy_signal"], fires: (f) => !f.languageCalibrated },
  { code: "no_occasion", dimensions: ["empathy_signal"], fires: lacksOccasion },
  {
    code: "reading",
    dimensions: ["composure"],
    fires: (f, l) => (f.findings.readingProbability ?? 0) >= l.readingProbability,
  },
  {
    code: "second_speaker",
    dimensions: ALL,
    fires: (f, l) => (f.findings.secondSpeakerShare ?? 0) >= l.maxSecondSpeakerShare,
  },
];

/** Rows that leave the score and widen its interval, or mark it provisional. */
const CAUTION_RULES: readonly Rule[] = [
  { code: "noisy", dimensions: ALL, fires: (f, l) => isNoisy(f, l) },
  { code: "no_transcript", dimensions: FROM_SOUND, fires: (f) => f.withoutWords === "no_transcript" },
  { code: "transcript_mismatch", dimensions: FROM_SOUND, fires: (f) => f.withoutWords === "transcript_mismatch" },
  { code: "poor_recognition", dimensions: FROM_SOUND, fires: (f) => f.withoutWords === "poor_recognition" },
  {
    code: "language_not_calibrated",
    dimensions: ["communication", "clarity", "composure"],
    fires: (f) => !f.languageCalibrated,
  },
];

/** Between "too noisy" and "quiet enough": scored, with a wider interval. */
export function isNoisy(facts: ConfidenceFacts, limits: ConfidenceLimits): boolean {
  return facts.snrDb !== null && facts.snrDb >= limits.minSnrDb && facts.snrDb < limits.quietSnrDb;
}

/** A reason as it stands in a result. */
export function lowConfidenceReason(code: LowConfidenceCode, context: ReasonContext): LowConfidenceReason {
  const { text, needs } = LOW_CONFIDENCE_TEXT[code];
  return { code, text: text(context), needs };
}

function firing(rules: readonly Rule[], context: ReasonContext): LowConfidenceReason[] {
  const { facts, limits, dimension } = context;
  return rules
    .filter((rule) => rule.dimensions.includes(dimension) && rule.fires(facts, limits, dimension))
    .map((rule) => lowConfidenceReason(rule.code, context));
}

/** Why the dimension cannot be judged, before anything is computed; empty when it can. Silence says only that. */
export function withholdingReasons(context: ReasonContext): readonly LowConfidenceReason[] {
  if (context.facts.speechS === 0) return [lowConfidenceReason("no_speech", context)];
  return firing(WITHHOLDING_RULES, context);
}

/** What to know about a score that is given. */
export function cautions(context: ReasonContext): readonly LowConfidenceReason[] {
  return firing(CAUTION_RULES, context);
}
