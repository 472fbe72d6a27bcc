import { piecewiseLinear, type Knot } from "@/scoring/dimensions/piecewise-linear";
import { boundedLeastSquares } from "@/scoring/fitting/bounded-least-squares";
import { hingeBasis, knotsFromRises, shapeBounds, type Shape } from "@/scoring/fitting/hinge-basis";

/** One term to be fitted: where it may bend, how it may run, and how strongly it is held to its prior. */
export interface TermPlan {
  /** x of the knots, strictly rising. */
  readonly knots: readonly number[];
  readonly shape: Shape;
  /** Ridge on each rise between two knots, in squared target units a squared point. */
  readonly ridge: number;
  /** Rises that the ridge pulls to, one a segment; 0 when left out. */
  readonly prior?: readonly number[];
}

/** score = base + sum of `piecewiseLinear(terms[j], x_j)`; a missing x_j adds nothing. */
export interface AdditiveFit {
  readonly base: number;
  /** One curve a plan, in target units around 0: 0 is the mean of the cases it was fitted on. */
  readonly terms: readonly (readonly Knot[])[];
}

/**
 * Fits the additive scorecard of scoring-science 4.1 by bounded least squares on hinge bases. Each curve is centred on the
 * mean of the cases that have its value, so that `base` is the score of a case that is average in everything, and a missing
 * value is judged as average in that one term.
 *
 * @param values one list a case, one entry a plan; null where it could not be measured
 * @throws RangeError when a term has no measured value at all, or the lists do not match
 */
export function fitAdditive(
  plans: readonly TermPlan[],
  values: readonly (readonly (number | null)[])[],
  target: readonly number[],
  weights?: readonly number[],
): AdditiveFit {
  const columns = plans.map((plan, term) =>
    centredColumns(
      plan,
      values.map((row) => row[term] ?? null),
      term,
    ),
  );
  const { coefficients, intercept } = boundedLeastSquares({
    rows: values.map((_, row) => columns.flatMap((column) => column.rows[row] ?? [])),
    target,
    bounds: plans.flatMap((plan) => shapeBounds(plan.shape, plan.knots.length - 1)),
    ridge: plans.flatMap((plan) => plan.knots.slice(1).map(() => plan.ridge)),
    prior: plans.flatMap((plan) => plan.prior ?? plan.knots.slice(1).map(() => 0)),
    ...(weights && { weights }),
  });
  let used = 0;
  const terms = plans.map((plan, term) => {
    const rises = coefficients.slice(used, (used += plan.knots.length - 1));
    const start = -(columns[term]?.means ?? []).reduce((sum, mean, i) => sum + mean * (rises[i] ?? 0), 0);
    return knotsFromRises(plan.knots, rises, start);
  });
  return { base: intercept, terms };
}

/** The score of one case. */
export function predictAdditive(fit: AdditiveFit, values: readonly (number | null)[]): number {
  return fit.terms.reduce((score, knots, term) => {
    const x = values[term] ?? null;
    return x === null ? score : score + piecewiseLinear(knots, x);
  }, fit.base);
}

interface CentredColumns {
  readonly means: readonly number[];
  readonly rows: readonly (readonly number[])[];
}

function centredColumns({ knots }: TermPlan, values: readonly (number | null)[], term: number): CentredColumns {
  const basis = values.map((x) => (x === null ? null : hingeBasis(knots, x)));
  const measured = basis.filter((row) => row !== null);
  if (measured.length === 0) throw new RangeError(`term ${term} has no measured value`);
  const means = knots.slice(1).map((_, i) => measured.reduce((sum, row) => sum + (row[i] ?? 0), 0) / measured.length);
  return { means, rows: basis.map((row) => means.map((mean, i) => (row === null ? 0 : (row[i] ?? 0) - mean))) };
}
