import { centredMoments, type Moments } from "@/scoring/fitting/centred-moments";
import { solveSymmetric } from "@/scoring/fitting/solve-symmetric";

/** Lowest and highest value that a coefficient may take; infinite where it is free. */
export interface Bounds {
  readonly lower: number;
  readonly upper: number;
}

/** A least squares problem; every list over columns has the same length. */
export interface LeastSquaresProblem {
  /** One row of values a case. */
  readonly rows: readonly (readonly number[])[];
  readonly target: readonly number[];
  readonly bounds: readonly Bounds[];
  /** Strength of the pull of each coefficient towards its prior, >= 0; in squared target units a squared coefficient. */
  readonly ridge: readonly number[];
  /** Where the ridge pulls to; 0 for all when left out. */
  readonly prior?: readonly number[];
  /** Weight of each case, >= 0; equal when left out. */
  readonly weights?: readonly number[];
}

export interface LeastSquaresFit {
  /** Free of bounds and ridge: the weighted mean of what the columns leave. */
  readonly intercept: number;
  readonly coefficients: readonly number[];
}

/** Largest breach of the optimality conditions that counts as none, relative to the largest |gradient at the start|. */
const TOLERANCE = 1e-10;
const MAX_ROUNDS = 10_000;

/**
 * Minimises `sum_i w_i (y_i - b0 - x_i b)^2 / sum_i w_i + sum_j ridge_j (b_j - prior_j)^2` subject to
 * `lower_j <= b_j <= upper_j`, b0 free. Cyclic projected coordinate descent on the normal equations; where it crawls
 * (columns that are nearly the same), the coefficients off their bounds are solved for exactly (Cholesky) and the step
 * is taken as far as the bounds let it, as active set methods do (Stark and Parker 1995). Same input, same bytes.
 *
 * @throws RangeError for lists of different lengths, crossed bounds, negative ridge, values that are not finite, and where the
 *   conditions are not reached (a problem without a minimum worth the name)
 */
export function boundedLeastSquares(problem: LeastSquaresProblem): LeastSquaresFit {
  checkProblem(problem);
  const moments = centredMoments(problem.rows, problem.target, problem.weights);
  const { bounds } = problem;
  const prior = problem.prior ?? bounds.map(() => 0);
  // Ridge joins the normal equations: (G + D) b = g + D prior.
  const matrix = moments.gram.map((row, j) =>
    row.map((value, k) => (j === k ? value + (problem.ridge[j] ?? 0) : value)),
  );
  const right = moments.cross.map((value, j) => value + (problem.ridge[j] ?? 0) * (prior[j] ?? 0));
  const coefficients = bounds.map((bound, j) => clamp(prior[j] ?? 0, bound));
  const scale = Math.max(
    1e-300,
    ...right.map(Math.abs),
    ...matrix.map((row, j) => Math.abs(dot(row, coefficients) - (right[j] ?? 0))),
  );
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    sweep(matrix, right, bounds, coefficients);
    if (worstBreach(matrix, right, bounds, coefficients) <= TOLERANCE * scale) {
      return { intercept: interceptOf(moments, coefficients), coefficients };
    }
    if (round % 10 === 9) solveFree(matrix, right, bounds, coefficients);
  }
  throw new RangeError("least squares did not settle; columns may be exact copies of each other: give them ridge");
}

/** Each coefficient in turn takes its best value inside its bounds, the others held. */
function sweep(matrix: readonly number[][], right: readonly number[], bounds: readonly Bounds[], b: number[]): void {
  bounds.forEach((bound, j) => {
    const row = matrix[j] ?? [];
    const curvature = row[j] ?? 0;
    // A constant column without ridge changes nothing: its coefficient stays where the prior put it.
    if (curvature <= 0) return;
    const current = b[j] ?? 0;
    b[j] = clamp(current + ((right[j] ?? 0) - dot(row, b)) / curvature, bound);
  });
}

/** Largest |gradient| along a direction that the bounds leave open (Karush-Kuhn-Tucker). */
function worstBreach(
  matrix: readonly number[][],
  right: readonly number[],
  bounds: readonly Bounds[],
  b: readonly number[],
): number {
  let worst = 0;
  bounds.forEach((bound, j) => {
    const gradient = dot(matrix[j] ?? [], b) - (right[j] ?? 0);
    const value = b[j] ?? 0;
    if (gradient > 0 && value > bound.lower) worst = Math.max(worst, gradient);
    if (gradient < 0 && value < bound.upper) worst = Math.max(worst, -gradient);
  });
  return worst;
}

/** Moves the coefficients that lie off their bounds to their joint best, up to the first bound on the way. */
function solveFree(
  matrix: readonly number[][],
  right: readonly number[],
  bounds: readonly Bounds[],
  b: number[],
): void {
  const free = bounds.flatMap(({ lower, upper }, j) => ((b[j] ?? 0) > lower && (b[j] ?? 0) < upper ? [j] : []));
  const residual = free.map((j) => (right[j] ?? 0) - dot(matrix[j] ?? [], b));
  const step = solveSymmetric(
    free.map((j) => free.map((k) => matrix[j]?.[k] ?? 0)),
    residual,
  );
  if (step === null) return;
  let share = 1;
  free.forEach((j, at) => {
    const [move, bound, value] = [step[at] ?? 0, bounds[j], b[j] ?? 0];
    if (!bound || move === 0) return;
    share = Math.min(share, ((move > 0 ? bound.upper : bound.lower) - value) / move);
  });
  free.forEach((j, at) => {
    const bound = bounds[j];
    if (bound) b[j] = clamp((b[j] ?? 0) + share * (step[at] ?? 0), bound);
  });
}

function interceptOf(moments: Moments, coefficients: readonly number[]): number {
  return moments.targetMean - dot(moments.columnMeans, coefficients);
}

function clamp(value: number, { lower, upper }: Bounds): number {
  return Math.min(upper, Math.max(lower, value));
}

function dot(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

function checkProblem({ rows, target, bounds, ridge, prior, weights }: LeastSquaresProblem): void {
  if (rows.length === 0) throw new RangeError("least squares needs at least one row");
  if (target.length !== rows.length) throw new RangeError(`${rows.length} rows but ${target.length} targets`);
  if (weights && weights.length !== rows.length)
    throw new RangeError(`${rows.length} rows but ${weights.length} weights`);
  const columns = bounds.length;
  if (ridge.length !== columns) throw new RangeError(`${columns} columns but ${ridge.length} ridges`);
  if (prior && prior.length !== columns) throw new RangeError(`${columns} columns but ${prior.length} priors`);
  rows.forEach((row, i) => {
    if (row.length !== columns) throw new RangeError(`row ${i} has ${row.length} values, not ${columns}`);
  });
  const crossed = bounds.findIndex(({ lower, upper }) => !(lower <= upper));
  if (crossed >= 0) throw new RangeError(`the bounds of column ${crossed} are crossed`);
  const numbers = [...rows.flat(), ...target, ...ridge, ...(prior ?? []), ...(weights ?? [])];
  if (!numbers.every(Number.isFinite)) throw new RangeError("least squares needs finite numbers");
  if (ridge.some((value) => value < 0)) throw new RangeError("ridge must not be negative");
  if (weights && (weights.some((value) => value < 0) || weights.every((value) => value === 0))) {
    throw new RangeError("weights must not be negative, nor all zero");
  }
}
