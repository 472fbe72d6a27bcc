import type { PitchCounts } from "@/scoring/features/answer-view";
import { CENTS_PER_SEMITONE, LARGEST_DISTANCE_SEMITONES } from "@/scoring/features/view/clean-pitch";

const OFFSET = LARGEST_DISTANCE_SEMITONES * CENTS_PER_SEMITONE;
const BINS = 2 * OFFSET + 1;

/** Counts the voiced frames from `first` up to `end`: quantiles then need no sorting of thousands of frames. */
export function countPitch(semitones: Float32Array, first: number, end: number): PitchCounts {
  return changeCounts({ counts: new Uint32Array(BINS), total: 0 }, semitones, first, end, 1);
}

/** The counts without the frames from `first` up to `end`; the same object when there are none. */
export function withoutFrames(pitch: PitchCounts, semitones: Float32Array, first: number, end: number): PitchCounts {
  if (end <= first) return pitch;
  return changeCounts({ counts: pitch.counts.slice(), total: pitch.total }, semitones, first, end, -1);
}

function changeCounts(
  { counts, total }: PitchCounts,
  semitones: Float32Array,
  first: number,
  end: number,
  step: 1 | -1,
): PitchCounts {
  let changed = 0;
  for (let k = first; k < end; k++) {
    const value = semitones[k] ?? NaN;
    if (value !== value) continue; // NaN: unvoiced
    const bin = Math.round(value * CENTS_PER_SEMITONE) + OFFSET;
    counts[bin] = (counts[bin] ?? 0) + step;
    changed += step;
  }
  return { counts, total: total + changed };
}

/** Voiced frames in all parts together. */
function voicedFrames(parts: readonly PitchCounts[]): number {
  return parts.reduce((sum, part) => sum + part.total, 0);
}

/** All parts counted together. */
export function pitchTogether(parts: readonly PitchCounts[]): PitchCounts {
  const counts = new Uint32Array(BINS);
  for (const part of parts)
    for (let bin = 0; bin < BINS; bin++) counts[bin] = (counts[bin] ?? 0) + (part.counts[bin] ?? 0);
  return { counts, total: voicedFrames(parts) };
}

/** Quantile of the counted frames (lower order statistic), semitones. NaN when no frame was counted. */
export function pitchQuantile({ counts, total }: PitchCounts, share: number): number {
  const rank = Math.floor(share * (total - 1));
  let passed = 0;
  for (let bin = 0; bin < BINS; bin++) {
    passed += counts[bin] ?? 0;
    if (passed > rank) return (bin - OFFSET) / CENTS_PER_SEMITONE;
  }
  return NaN;
}
