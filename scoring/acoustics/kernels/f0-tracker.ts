import type { F0Track } from "@/scoring/acoustics/acoustic-kernels";
import { centreInSamples, type FrameGrid } from "@/scoring/acoustics/frame-grid";
import { AUTOCORRELATION_LENGTH, PairAutocorrelation } from "@/scoring/acoustics/kernels/autocorrelation";
import { CandidateFinder, PitchCandidates } from "@/scoring/acoustics/kernels/pitch-candidates";
import { PitchFrameReader } from "@/scoring/acoustics/kernels/pitch-frame-reader";
import { choosePitchPath, unvoicedStrength } from "@/scoring/acoustics/kernels/pitch-path";
import { MAX_CANDIDATES, PITCH_FFT_LENGTH, VOICED_UNVOICED_COST } from "@/scoring/acoustics/kernels/pitch-settings";

/** A frame is certainly unvoiced when even a perfect period (strength 1) between two changes of voicing would lose. */
const CERTAINLY_UNVOICED = 1 + 2 * VOICED_UNVOICED_COST;

/**
 * Fundamental frequency after Boersma 1993, "Accurate short-term analysis of the fundamental frequency and the
 * harmonics-to-noise ratio of a sampled sound", equal to Praat's "To Pitch (ac)" with the settings of pitch-settings.ts.
 * One tracker can be used for any number of recordings; only the tables of a recording are allocated per call.
 */
export class F0Tracker {
  private readonly reader = new PitchFrameReader();
  private readonly correlation = new PairAutocorrelation();
  private readonly finder = new CandidateFinder();
  private readonly frames = [new Float64Array(PITCH_FFT_LENGTH), new Float64Array(PITCH_FFT_LENGTH)] as const;
  private readonly correlations = [
    new Float64Array(AUTOCORRELATION_LENGTH),
    new Float64Array(AUTOCORRELATION_LENGTH),
  ] as const;

  /** F0 (Hz, NaN: unvoiced) and periodicity of every frame of the grid. */
  track(samples: Float32Array, grid: FrameGrid): F0Track {
    const table = new PitchCandidates(grid.count);
    this.collectCandidates(samples, grid, table);
    const f0Hz = new Float32Array(grid.count);
    choosePitchPath(table, f0Hz);
    return { f0Hz, periodicity: strongestCandidates(table) };
  }

  /** Frames that may be voiced are analysed in pairs; the last one may stay alone. */
  private collectCandidates(samples: Float32Array, grid: FrameGrid, table: PitchCandidates): void {
    const [frameA, frameB] = this.frames;
    let waiting = -1;
    this.reader.open(samples);
    for (let frame = 0; frame < grid.count; frame++) {
      const relativePeak = this.reader.read(centreInSamples(grid, frame), waiting < 0 ? frameA : frameB);
      table.relativePeak[frame] = relativePeak;
      if (unvoicedStrength(relativePeak) >= CERTAINLY_UNVOICED) continue;
      if (waiting < 0) {
        waiting = frame;
        continue;
      }
      this.analysePair(table, waiting, frame);
      waiting = -1;
    }
    if (waiting < 0) return;
    frameB.fill(0);
    this.analysePair(table, waiting, null);
  }

  private analysePair(table: PitchCandidates, first: number, second: number | null): void {
    const [resultA, resultB] = this.correlations;
    this.correlation.normalise(this.frames[0], this.frames[1], resultA, resultB);
    this.finder.find(resultA, table, first);
    if (second !== null) this.finder.find(resultB, table, second);
  }
}

/** Height of the highest autocorrelation peak of each frame, 0..1; 0 where there is none above the candidate limit. */
function strongestCandidates(table: PitchCandidates): Float32Array {
  const strongest = new Float32Array(table.frameCount);
  for (let frame = 0; frame < table.frameCount; frame++) {
    const base = frame * MAX_CANDIDATES;
    // In range: frame and candidate stay inside the flat tables. Entry 0 is the unvoiced hypothesis.
    for (let i = base + 1; i < base + (table.counts[frame] as number); i++) {
      strongest[frame] = Math.max(strongest[frame] as number, table.strength[i] as number);
    }
  }
  return strongest;
}
