import { piecewiseLinear } from "@/scoring/dimensions/piecewise-linear";
import type { MeasuredUtterance } from "@/scoring/read-speech/measured-utterance";
import { prepareUtterance, type PreparedUtterance } from "@/scoring/read-speech/prepared-utterance";
import type { ScorecardCoefficients, Scale } from "@/scoring/read-speech/read-speech-scorecard";
import { measureFeatures, UTTERANCE_FEATURES } from "@/scoring/read-speech/utterance-features";

/** Both are there: the scorecard has no gates. */
export type JudgedScores = Readonly<Record<Scale, number>>;

/**
 * Fluency and prosody, 0-100, of one sentence read from a text. Ungated: every sentence gets a score; a term that could
 * not be measured is taken as average. For single read sentences only, never for interview answers (scoring-science 4.8).
 */
export function scoreReadSpeech(utterance: MeasuredUtterance, model: ScorecardCoefficients): JudgedScores {
  return scorePrepared(prepareUtterance(utterance), model);
}

/** The same for a sentence that was prepared before. */
export function scorePrepared(utterance: PreparedUtterance, model: ScorecardCoefficients): JudgedScores {
  const values = measureFeatures(utterance, model.usualGoodness);
  const valueOf = new Map(UTTERANCE_FEATURES.map(({ id }, index) => [id, values[index] ?? null]));
  const scoreOn = (scale: Scale): number => {
    const { base, terms } = model.scales[scale];
    const score = terms.reduce((sum, { feature, knots }) => {
      const value = valueOf.get(feature) ?? null;
      return value === null ? sum : sum + piecewiseLinear(knots, value);
    }, base);
    return Math.min(100, Math.max(0, score));
  };
  return { fluency: scoreOn("fluency"), prosody: scoreOn("prosody") };
}
