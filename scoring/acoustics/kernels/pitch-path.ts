import type { PitchCandidates } from "@/scoring/acoustics/kernels/pitch-candidates";
import {
  F0_CEILING_HZ,
  MAX_CANDIDATES,
  OCTAVE_COST,
  OCTAVE_JUMP_COST,
  SILENCE_THRESHOLD,
  VOICED_UNVOICED_COST,
  VOICING_THRESHOLD,
} from "@/scoring/acoustics/kernels/pitch-settings";

/**
 * Chooses one candidate a frame so that the sum of strengths minus the costs of jumps is largest (Viterbi; Boersma 1993,
 * eq. 23-27). Writes the chosen frequency, NaN for unvoiced, into `f0Hz`.
 */
export function choosePitchPath(table: PitchCandidates, f0Hz: Float32Array): void {
  if (table.frameCount === 0) return;
  const score = new Float64Array(table.frameCount * MAX_CANDIDATES);
  const octave = new Float64Array(table.frameCount * MAX_CANDIDATES);
  const cameFrom = new Uint8Array(table.frameCount * MAX_CANDIDATES);
  for (let frame = 0; frame < table.frameCount; frame++) scoreLocally(table, frame, score, octave);
  for (let frame = 1; frame < table.frameCount; frame++) extendPath(table.counts, frame, score, octave, cameFrom);
  traceBack(table, score, octave, cameFrom, f0Hz);
}

/** Strength of the unvoiced hypothesis: the voicing threshold, more in frames that are nearly silent. */
export function unvoicedStrength(relativePeak: number): number {
  return VOICING_THRESHOLD + Math.max(0, 2 - relativePeak / (SILENCE_THRESHOLD / (1 + VOICING_THRESHOLD)));
}

/** A frame's own score per candidate, and its log2 frequency (NaN: unvoiced, also above the ceiling). */
function scoreLocally(table: PitchCandidates, frame: number, score: Float64Array, octave: Float64Array): void {
  // `as number` throughout this file: indexes are frame * MAX_CANDIDATES + candidate, inside the flat tables.
  const unvoiced = unvoicedStrength(table.relativePeak[frame] as number);
  const base = frame * MAX_CANDIDATES;
  for (let i = base; i < base + (table.counts[frame] as number); i++) {
    const frequencyHz = table.frequencyHz[i] as number;
    const voiced = frequencyHz > 0 && frequencyHz <= F0_CEILING_HZ;
    octave[i] = voiced ? Math.log2(frequencyHz) : NaN;
    score[i] = voiced ? (table.strength[i] as number) - OCTAVE_COST * Math.log2(F0_CEILING_HZ / frequencyHz) : unvoiced;
  }
}

/** Adds to each candidate of a frame the best way to reach it from the frame before. */
function extendPath(
  counts: Uint8Array,
  frame: number,
  score: Float64Array,
  octave: Float64Array,
  cameFrom: Uint8Array,
): void {
  const base = frame * MAX_CANDIDATES;
  const previousBase = base - MAX_CANDIDATES;
  const previousCount = counts[frame - 1] as number;
  for (let i = base; i < base + (counts[frame] as number); i++) {
    let best = -Infinity;
    let from = 0;
    for (let j = 0; j < previousCount; j++) {
      const value =
        (score[previousBase + j] as number) - jumpCost(octave[previousBase + j] as number, octave[i] as number);
      if (value > best) {
        best = value;
        from = j;
      }
    }
    score[i] = (score[i] as number) + best;
    cameFrom[i] = from;
  }
}

function jumpCost(fromOctave: number, toOctave: number): number {
  const fromVoiced = fromOctave === fromOctave; // NaN is unequal to itself
  const toVoiced = toOctave === toOctave;
  if (fromVoiced && toVoiced) return OCTAVE_JUMP_COST * Math.abs(fromOctave - toOctave);
  return fromVoiced === toVoiced ? 0 : VOICED_UNVOICED_COST;
}

function traceBack(
  table: PitchCandidates,
  score: Float64Array,
  octave: Float64Array,
  cameFrom: Uint8Array,
  f0Hz: Float32Array,
): void {
  const lastBase = (table.frameCount - 1) * MAX_CANDIDATES;
  let place = 0;
  // `as number`: frame * MAX_CANDIDATES + candidate lies inside the flat tables.
  for (let i = 1; i < (table.counts[table.frameCount - 1] as number); i++) {
    if ((score[lastBase + i] as number) > (score[lastBase + place] as number)) place = i;
  }
  for (let frame = table.frameCount - 1; frame >= 0; frame--) {
    const index = frame * MAX_CANDIDATES + place;
    // `as number`: frame * MAX_CANDIDATES + candidate lies inside the flat tables.
    f0Hz[frame] = Number.isNaN(octave[index]) ? NaN : (table.frequencyHz[index] as number);
    place = cameFrom[index] as number;
  }
}
