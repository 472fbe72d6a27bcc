import { SAMPLE_RATE_HZ } from "@/scoring/acoustics/acoustic-artifacts";
import { LAG_ZERO } from "@/scoring/acoustics/kernels/autocorrelation";
import {
  F0_FLOOR_HZ,
  MAX_CANDIDATES,
  MAX_LAG,
  OCTAVE_COST,
  VOICING_THRESHOLD,
} from "@/scoring/acoustics/kernels/pitch-settings";
import { SincInterpolator } from "@/scoring/acoustics/kernels/sinc-interpolation";

/** Peaks below this are no candidates: they cannot beat the unvoiced hypothesis. */
const LOWEST_PEAK = 0.5 * VOICING_THRESHOLD;
/**
 * The top of a peak is found by fitting a parabola to three interpolated points, moving to its top, and fitting again.
 * Two rounds do for most peaks; short periods of loud harmonics need more.
 */
const MAX_REFINEMENT_ROUNDS = 8;
/** Half width of the parabola, in samples. */
const HALF_WIDTH = 0.1;
/** Longest move of one round, in samples: keeps the search on this peak. */
const LONGEST_STEP = 0.4;
/** A last move below this many samples is exact: 0.01 Hz at 100 Hz, 0.2 Hz at 600 Hz. */
const SMALL_STEP = 0.01;

/**
 * The hypotheses of every frame, in flat tables: frame f's candidates are entries `f * MAX_CANDIDATES` onwards. The first
 * is always the unvoiced one (frequency 0); the others are peaks of the autocorrelation with frequency and strength.
 */
export class PitchCandidates {
  readonly frequencyHz: Float64Array;
  readonly strength: Float64Array;
  readonly counts: Uint8Array;
  /** Peak of each frame over the recording's peak, 0..1. */
  readonly relativePeak: Float64Array;

  constructor(readonly frameCount: number) {
    this.frequencyHz = new Float64Array(frameCount * MAX_CANDIDATES);
    this.strength = new Float64Array(frameCount * MAX_CANDIDATES);
    this.counts = new Uint8Array(frameCount).fill(1);
    this.relativePeak = new Float64Array(frameCount);
  }
}

/** Finds the candidates of one frame after another. Holds the interpolation tables; allocates nothing while it works. */
export class CandidateFinder {
  private readonly sinc = new SincInterpolator();
  private peakLag = 0;
  private peakHeight = 0;

  /** Fills frame `frame` of the tables from its normalised autocorrelation. */
  find(r: Float64Array, table: PitchCandidates, frame: number): void {
    const base = frame * MAX_CANDIDATES;
    let count = 1;
    for (let lag = 2; lag < MAX_LAG; lag++) {
      // `as number`: LAG_ZERO + MAX_LAG lies well inside the array.
      const before = r[LAG_ZERO + lag - 1] as number;
      const here = r[LAG_ZERO + lag] as number;
      const after = r[LAG_ZERO + lag + 1] as number;
      if (!(here > LOWEST_PEAK && here > before && here >= after)) continue;
      const exactLag = lag + (0.5 * (after - before)) / (2 * here - before - after);
      const frequencyHz = SAMPLE_RATE_HZ / exactLag;
      const strength = reflect(this.sinc.at(r, LAG_ZERO + exactLag));
      const place = count < MAX_CANDIDATES ? count++ : weakerThan(table, base, frequencyHz, strength);
      if (place === 0) continue;
      table.frequencyHz[base + place] = frequencyHz;
      table.strength[base + place] = strength;
    }
    table.counts[frame] = count;
    for (let i = base + 1; i < base + count; i++) {
      this.refine(r, SAMPLE_RATE_HZ / (table.frequencyHz[i] as number), table.strength[i] as number);
      table.frequencyHz[i] = SAMPLE_RATE_HZ / this.peakLag;
      table.strength[i] = reflect(this.peakHeight);
    }
  }

  /** Climbs to the top of the interpolated curve near `lag`; leaves it in peakLag and peakHeight. */
  private refine(r: Float64Array, lag: number, height: number): void {
    this.peakLag = lag;
    this.peakHeight = height;
    for (let round = 0; round < MAX_REFINEMENT_ROUNDS; round++) {
      const left = this.sinc.at(r, LAG_ZERO + this.peakLag - HALF_WIDTH);
      const middle = this.sinc.at(r, LAG_ZERO + this.peakLag);
      const right = this.sinc.at(r, LAG_ZERO + this.peakLag + HALF_WIDTH);
      const slope = (right - left) / (2 * HALF_WIDTH);
      const curvature = (2 * middle - left - right) / (HALF_WIDTH * HALF_WIDTH);
      const wanted = curvature > 0 ? slope / curvature : Math.sign(slope) * LONGEST_STEP;
      const step = Math.max(-LONGEST_STEP, Math.min(LONGEST_STEP, wanted));
      this.peakLag += step;
      this.peakHeight = middle + step * (slope - 0.5 * curvature * step);
      if (Math.abs(step) < SMALL_STEP) return;
    }
  }
}

/** Interpolation can overshoot 1; a peak above 1 counts as its inverse. */
function reflect(strength: number): number {
  return strength > 1 ? 1 / strength : strength;
}

/** When a frame's table is full: the place of its weakest candidate if that is weaker than the new one, else 0. */
function weakerThan(table: PitchCandidates, base: number, frequencyHz: number, strength: number): number {
  let weakest = strength - OCTAVE_COST * Math.log2(F0_FLOOR_HZ / frequencyHz);
  let place = 0;
  for (let i = 1; i < MAX_CANDIDATES; i++) {
    // In range: base + MAX_CANDIDATES is the start of the next frame.
    const local =
      (table.strength[base + i] as number) -
      OCTAVE_COST * Math.log2(F0_FLOOR_HZ / (table.frequencyHz[base + i] as number));
    if (local < weakest) {
      weakest = local;
      place = i;
    }
  }
  return place;
}
