import type { ChangeName } from "@/scoring/evaluation/metamorphic/change-limits";

/** The largest figures, points, that CI lets pass where a limit is known to be missed. */
export interface Ceilings {
  readonly mean: number;
  readonly max: number;
}

export type KnownMisses = Readonly<Partial<Record<ChangeName, Ceilings>>>;

/** Encoders and compilers differ between machines by less. */
const HEADROOM = 0.25;
const DECIMALS = 2;

/** Ceilings a quarter above what the quick run printed ("observed mean 1.20, max 5.10"). */
function observed(mean: number, max: number): Ceilings {
  const above = (value: number) => Number((value + HEADROOM * Math.abs(value)).toFixed(DECIMALS));
  return { mean: above(mean), max: above(max) };
}

/**
 * Changes whose limit is known to be missed (docs/evaluation.md says by how much on all speakers). Both numbers are what
 * `npm run evaluate -- --data DIR --quick --floors` prints behind "observed" for the row: mean and largest of what its limit
 * looks at, in the dimension and variant where it is worst, larger is worse. To set them again: run it, copy both numbers;
 * take out a row that prints "no known miss any more". Empty: every limit must hold.
 */
export const KNOWN_MISSES: KnownMisses = {
  pitch_formants: observed(1, 9.6),
  telephone_band: observed(2.5, 14.4),
  noise: observed(2.5, 16.8),
  noise_10db: observed(0, 1),
  leading_silence: observed(0.2, 2),
  reencoding: observed(1, 7.2),
  substitutions_20: observed(2, 7.6),
  off_topic: observed(2, 7.2),
};
