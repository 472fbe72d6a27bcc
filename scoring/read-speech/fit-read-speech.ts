import { quantile } from "@/scoring/acoustics/quantile";
import { fitAdditive, type TermPlan } from "@/scoring/fitting/fit-additive";
import type { PreparedUtterance } from "@/scoring/read-speech/prepared-utterance";
import type { ScorecardCoefficients, Scale } from "@/scoring/read-speech/read-speech-scorecard";
import { usualGoodness, type UsualGoodness } from "@/scoring/read-speech/usual-goodness";
import type { UtteranceFeature } from "@/scoring/read-speech/utterance-feature";
import { measureFeatures, UTTERANCE_FEATURES } from "@/scoring/read-speech/utterance-features";

/** A sentence and what people said of it, 0-100 each (mean of the experts). */
export interface RatedUtterance {
  readonly utterance: PreparedUtterance;
  readonly fluency: number;
  readonly prosody: number;
}

/** Knots lie at these shares of the values: three stretches, a third of the cases each. */
const KNOT_SHARES = [0.03, 1 / 3, 2 / 3, 0.97];
/** Squared points of error that a squared point of rise costs: light, it only decides between terms that say the same. */
const RIDGE = 0.01;

/**
 * Fits both scales by bounded least squares: each term monotone in the direction that its feature states. Knots, and what is
 * usual of each sound, come from the same sentences, so a fold of cross-validation repeats all of it.
 *
 * @throws RangeError for fewer than two sentences, or a feature that none of them has
 */
export function fitReadSpeech(
  rated: readonly RatedUtterance[],
  features: readonly UtteranceFeature[] = UTTERANCE_FEATURES,
): ScorecardCoefficients {
  const usual = goodnessOfWellRead(rated);
  const values = rated.map(({ utterance }) => measureFeatures(utterance, usual, features));
  const plans = features.map((feature, term) =>
    planOf(
      feature,
      values.map((row) => row[term] ?? null),
    ),
  );
  const scaleOf = (scale: Scale) => {
    const fit = fitAdditive(
      plans,
      values,
      rated.map((row) => row[scale]),
    );
    return {
      base: round(fit.base, 2),
      terms: features.map(({ id }, term) => ({
        feature: id,
        knots: (fit.terms[term] ?? []).map(([x, y]): [number, number] => [x, round(y, 3)]),
      })),
    };
  };
  return { usualGoodness: usual, scales: { fluency: scaleOf("fluency"), prosody: scaleOf("prosody") } };
}

/** Norms of the sounds in the better half of the sentences. */
function goodnessOfWellRead(rated: readonly RatedUtterance[]): UsualGoodness {
  const half =
    quantile(
      rated.map(({ fluency }) => fluency),
      0.5,
    ) ?? 0;
  return usualGoodness(
    rated.flatMap(({ utterance, fluency }) => (fluency >= half && utterance.sentence ? [utterance.sentence] : [])),
  );
}

function planOf({ id, shape }: UtteranceFeature, values: readonly (number | null)[]): TermPlan {
  const measured = values.filter((value) => value !== null);
  if (measured.length === 0) throw new RangeError(`no sentence has the feature ${id}`);
  const at = KNOT_SHARES.map((share) => round(quantile(measured, share) ?? 0, 2));
  const distinct = [...new Set(at)];
  // A feature that hardly varies gets one flat stretch.
  const knots = distinct.length > 1 ? distinct : [distinct[0] ?? 0, (distinct[0] ?? 0) + 1];
  return { knots, shape: { kind: shape }, ridge: RIDGE };
}

function round(value: number, decimals: number): number {
  const scale = 10 ** decimals;
  return Math.round(value * scale) / scale;
}
