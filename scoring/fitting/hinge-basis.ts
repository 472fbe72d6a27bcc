import type { Knot } from "@/scoring/dimensions/piecewise-linear";
import type { Bounds } from "@/scoring/fitting/bounded-least-squares";

/**
 * How a term may run. `rising` and `falling` are monotone; `peak` rises up to its knot `at` and falls after it (an inverted
 * U or, with a long flat, a plateau); `free` may do both anywhere.
 */
export type Shape =
  | { readonly kind: "rising" | "falling" | "free" }
  | { readonly kind: "peak"; /** Index of the top knot. */ readonly at: number };

/**
 * The hinge (ramp) basis of a piecewise linear term: over the stretch from knot i to knot i+1 the column grows from 0 to 1,
 * `clamp((x - k_i) / (k_{i+1} - k_i), 0, 1)`, so that its coefficient is the rise of the term between the two knots and
 * monotone shapes are signs of coefficients (scoring-science 4.1).
 *
 * @param knots strictly rising, at least two
 * @returns knots.length - 1 values in 0..1
 */
export function hingeBasis(knots: readonly number[], x: number): number[] {
  const columns: number[] = [];
  for (let i = 0; i + 1 < knots.length; i += 1) {
    const from = knots[i] ?? 0;
    const to = knots[i + 1] ?? 0;
    columns.push(Math.min(1, Math.max(0, (x - from) / (to - from))));
  }
  return columns;
}

/** The bounds that give the coefficients of a hinge basis their shape. */
export function shapeBounds(shape: Shape, segments: number): Bounds[] {
  const rise: Bounds = { lower: 0, upper: Infinity };
  const fall: Bounds = { lower: -Infinity, upper: 0 };
  const any: Bounds = { lower: -Infinity, upper: Infinity };
  return Array.from({ length: segments }, (_, i) => {
    if (shape.kind === "peak") return i < shape.at ? rise : fall;
    return shape.kind === "rising" ? rise : shape.kind === "falling" ? fall : any;
  });
}

/**
 * The fitted term as knots [x, points]: the running sum of the rises, starting at `start` left of the first knot.
 *
 * @param rises one coefficient a segment of the basis
 */
export function knotsFromRises(knots: readonly number[], rises: readonly number[], start = 0): Knot[] {
  if (rises.length !== knots.length - 1) throw new RangeError("a term needs one rise between each two knots");
  let y = start;
  return knots.map((x, i) => {
    if (i > 0) y += rises[i - 1] ?? 0;
    return [x, y] as const;
  });
}

/** Rises between the knots of a given shape: the prior of a term whose curve is known. Inverse of {@link knotsFromRises}. */
export function risesFromKnots(knots: readonly Knot[]): number[] {
  return knots.slice(1).map(([, y], i) => y - (knots[i]?.[1] ?? 0));
}
