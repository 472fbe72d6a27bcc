import type { ChangeName } from "@/scoring/evaluation/metamorphic/change-limits";

/** The largest figures, points, that CI lets pass where a limit is known to be missed. */
export interface Ceilings {
  readonly mean: number;
  readonly max: number;
}

export type KnownMisses = Readonly<Partial<Record<ChangeName, Ceilings>>>;

/** Encoders and compilers differ between machines by less. */
const HEADROOM = 0.25;
/** Points; a quarter of nearly nothing would be no room. */
const LEAST_HEADROOM = 0.1;
const DECIMALS = 2;

/** Ceilings a quarter above what the quick run printed ("observed mean 1.20, max 5.10"). */
function observed(mean: number, max: number): Ceilings {
  const above = (value: number) =>
    Number((value + Math.max(LEAST_HEADROOM, HEADROOM * Math.abs(value))).toFixed(DECIMALS));
  return { mean: above(mean), max: above(max) };
}

/**
 * Changes whose limit is known to be missed (docs/evaluation.md says by how much on all speakers). Both numbers are what
 * `npm run evaluate -- --data DIR --quick --floors` prints behind "observed" for the row: mean and largest of what its limit
 * looks at, in the dimension and variant where it is worst, larger is worse. To set them again: run it and copy both
 * numbers; a row that holds there and on all speakers is taken out. Empty: every limit must hold.
 *
 * Observed by 8 speakers asked for (mean, max): as in each row.
 */
export const KNOWN_MISSES: KnownMisses = {
  pitch_formants: observed(2.05, 7),
  telephone_band: observed(3.14, 5.28),
  noise: observed(4.86, 8.4),
  noise_10db: observed(-0.25, 0.07),
  leading_silence: observed(0.35, 0.69),
  reencoding: observed(1.19, 5.82),
  // Held by the quick run's speakers by a hair, missed on all of them.
  substitutions_20: observed(2.58, 7.89),
  off_topic: observed(2.62, 9.22),
  stock_phrases: observed(8.02, 13.68),
};
