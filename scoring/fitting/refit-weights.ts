import { isAct, shareAt } from "@/scoring/dimensions/contribution";
import { lookUp, type FeatureTable } from "@/scoring/dimensions/feature-table";
import { mean } from "@/scoring/evaluation/statistics/mean";
import { pearson } from "@/scoring/evaluation/statistics/pearson";
import { boundedLeastSquares } from "@/scoring/fitting/bounded-least-squares";
import type { DimensionModel, ModelAct, ModelTerm } from "@/scoring/models/model-schema";

/** One rated answer: what was measured, what people said, who spoke. */
export interface RatedAnswer {
  readonly table: FeatureTable;
  /** Mean of the judges, on any scale. */
  readonly rating: number;
  /** All answers of a person have the same. */
  readonly person: string;
}

/** How far a refit may go. A ridge of Infinity leaves the prior as it is. */
export interface RefitLimits {
  /** Pull towards the prior weights, points squared a point squared. */
  readonly ridge: number;
  /** A weight stays within these multiples of its prior: no term of the literature disappears or takes over. */
  readonly least: number;
  readonly most: number;
  /** Highest |W| by feature, for fairness (scoring-science 3: pitch and loudness differ between men and women). */
  readonly caps: Readonly<Record<string, number>>;
}

type Entry = ModelTerm | ModelAct;

/** A term that fewer answers could be measured on is not refitted. */
const LEAST_MEASURED_SHARE = 0.8;
/** A prior that hardly agrees with the judges would otherwise be stretched without end. */
const LEAST_PRIOR_R = 0.2;

/**
 * Refits the weights of a dimension to judgements, as few people allow: curves stay, weights keep their sign, stay within
 * limits and are pulled to the prior by ridge (bounded least squares, scoring-science 4.1). Terms that the answers do not
 * have keep their weight. Ratings have another scale than points, so they are first scaled such that the prior as it is
 * would be their regression line; afterwards the refitted weights are scaled to the prior's sum, and the base moves so that
 * the mean score of the answers stays: a refit changes what counts, not how high scores are.
 *
 * @throws RangeError without answers
 */
export function refitWeights(
  prior: DimensionModel,
  answers: readonly RatedAnswer[],
  limits: RefitLimits,
): DimensionModel {
  const entries = measuredEntries(prior, answers);
  if (limits.ridge === Infinity || entries.length < 2) return prior;
  const columns = entries.map((entry) => filledShares(entry, answers));
  const rows = answers.map((_, row) => columns.map((column) => column[row] ?? 0));
  const weights = entries.map((entry) => entry.weight);
  const { coefficients } = boundedLeastSquares({
    rows,
    target: toPoints(
      answers.map((answer) => answer.rating),
      rows.map((row) => dot(row, weights)),
    ),
    bounds: entries.map((entry) => boundsOf(entry, limits)),
    ridge: weights.map(() => limits.ridge),
    prior: weights,
  });
  const scale = absoluteSum(weights) / absoluteSum(coefficients);
  const refitted = new Map(
    entries.map((entry, j) => [entry.term, capped(entry, (coefficients[j] ?? 0) * scale, limits)]),
  );
  const moved = entries.reduce(
    (sum, entry, j) => sum + ((refitted.get(entry.term) ?? 0) - entry.weight) * mean(columns[j] ?? []),
    0,
  );
  const reweigh = <E extends Entry>(entry: E): E => ({ ...entry, weight: refitted.get(entry.term) ?? entry.weight });
  return { ...prior, base: prior.base - moved, terms: prior.terms.map(reweigh), acts: prior.acts.map(reweigh) };
}

function measuredEntries(model: DimensionModel, answers: readonly RatedAnswer[]): Entry[] {
  return [...model.terms, ...model.acts].filter((entry) => {
    const measured = answers.filter(({ table }) => lookUp(table, entry.feature).kind === "measured").length;
    return measured >= LEAST_MEASURED_SHARE * answers.length;
  });
}

/** y(x) of the entry on each answer; where it was not measured, the mean of the others. */
function filledShares(entry: Entry, answers: readonly RatedAnswer[]): number[] {
  const shares = answers.map(({ table }) => {
    const measurement = lookUp(table, entry.feature);
    return measurement.kind === "measured" ? shareAt(entry, measurement.value) : null;
  });
  const average = mean(shares.filter((share) => share !== null));
  return shares.map((share) => share ?? average);
}

/** Ratings on the scale of points: with the spread at which the prior score, times one, fits them best. */
function toPoints(ratings: readonly number[], priorScores: readonly number[]): number[] {
  const r = Math.max(LEAST_PRIOR_R, pearson(ratings, priorScores) ?? 0);
  const centre = mean(ratings);
  const stretch = spread(priorScores) / (r * (spread(ratings) || 1));
  return ratings.map((rating) => (rating - centre) * stretch);
}

/** Scaling up may not lift a capped weight over its cap; the sum is then that much smaller. */
function capped(entry: Entry, weight: number, { caps }: RefitLimits): number {
  const cap = caps[entry.feature] ?? Infinity;
  return Math.max(-cap, Math.min(cap, weight));
}

function boundsOf(entry: Entry, { least, most, caps }: RefitLimits) {
  const size = Math.abs(entry.weight);
  const upper = Math.min(most * size, Math.max(caps[entry.feature] ?? Infinity, least * size));
  const lower = least * size;
  // Acts that take points have a negative weight; a term never has.
  return isAct(entry) && entry.weight < 0 ? { lower: -upper, upper: -lower } : { lower, upper };
}

function spread(values: readonly number[]): number {
  const centre = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - centre) ** 2)));
}

function absoluteSum(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + Math.abs(value), 0);
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
}
