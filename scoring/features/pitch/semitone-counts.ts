import { CENTS_PER_SEMITONE } from "@/scoring/features/view/clean-pitch";

/** Cleaned pitch lies within 9 semitones of the median and comes in hundredths (`cleanPitch`). */
const RANGE_SEMITONES = 9;
const OFFSET = RANGE_SEMITONES * CENTS_PER_SEMITONE;

/** How often each hundredth of a semitone occurs: gives quantiles without sorting thousands of frames. */
export interface SemitoneCounts {
  readonly counts: Uint32Array;
  readonly total: number;
}

/** Counts the voiced frames from `first` up to `end`. */
export function countSemitones(semitones: Float32Array, first = 0, end = semitones.length): SemitoneCounts {
  const counts = new Uint32Array(2 * OFFSET + 1);
  let total = 0;
  for (let k = first; k < end; k++) {
    const value = semitones[k] ?? NaN;
    if (Number.isNaN(value)) continue;
    const bin = Math.round(value * CENTS_PER_SEMITONE) + OFFSET;
    counts[bin] = (counts[bin] ?? 0) + 1;
    total++;
  }
  return { counts, total };
}

/** Quantile of the counted values (lower order statistic), semitones. NaN when nothing was counted. */
export function semitoneQuantile({ counts, total }: SemitoneCounts, share: number): number {
  const rank = Math.floor(share * (total - 1));
  let passed = 0;
  for (let bin = 0; bin < counts.length; bin++) {
    passed += counts[bin] ?? 0;
    if (passed > rank) return (bin - OFFSET) / CENTS_PER_SEMITONE;
  }
  return NaN;
}
