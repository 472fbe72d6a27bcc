import { frameAt, type FrameGrid } from "@/scoring/acoustics/frame-grid";
import {
  LONG_STEP_MS,
  LONG_WINDOW_MS,
  LongWindowPeriods,
  type FramePeriods,
} from "@/scoring/acoustics/long-window-periods";

/** Praat's costs for steps of 10 ms are .25 and .35 here; it halves them for steps of 20 ms. */
const VOICED_UNVOICED_COST = 0.25 / 2;
const OCTAVE_JUMP_COST = 0.35 / 2;
/**
 * Frames on either side that take part in a decision. Praat searches the whole recording for the best path; against it,
 * none gives 4 % wrong decisions at undecided peaks, one 2.6 %, two 1.3 %, three 1 %.
 */
const NEIGHBOURS = 3;

interface Hypothesis {
  /** log2 Hz; NaN: unvoiced. */
  readonly octave: number;
  readonly strength: number;
}

interface PathEnd {
  readonly octave: number;
  readonly score: number;
  /** Whether this path is voiced in the frame that is asked about. */
  readonly voicedThere: boolean;
}

/**
 * Says whether a recording is voiced at a time in the sense of de Jong & Wempe (2009), who look far more leniently than a
 * careful F0 track does: windows of 100 ms, periods down to 30 Hz, a threshold of .25.
 *
 * Where the F0 track is voiced, so is this (7 exceptions in 6,076 peaks of 28 recordings). Elsewhere the frame of 20 ms
 * nearest to the time and its neighbours are analysed and the best path through their candidates chosen (Boersma 1993,
 * eq. 23-27). Doing that only where it is asked for takes a tenth of the time of a second F0 track.
 */
export class NucleusVoicing {
  private readonly periods = new LongWindowPeriods();
  private readonly analysed = new Map<number, readonly Hypothesis[]>();
  private readonly largestDeviation: number;
  private readonly count: number;
  private readonly firstCentreMs: number;

  constructor(
    private readonly samples: Float32Array,
    durationMs: number,
    private readonly grid: FrameGrid,
    private readonly f0Hz: Float32Array,
  ) {
    this.count = Math.floor((durationMs - LONG_WINDOW_MS) / LONG_STEP_MS + 1e-9) + 1;
    this.firstCentreMs = durationMs / 2 - ((this.count - 1) * LONG_STEP_MS) / 2;
    this.largestDeviation = largestDeviation(samples);
  }

  isVoicedAt(timeMs: number): boolean {
    const trackFrame = frameAt(this.grid, timeMs);
    if (trackFrame !== undefined && (this.f0Hz[trackFrame] ?? NaN) > 0) return true;
    const frame = Math.round((timeMs - this.firstCentreMs) / LONG_STEP_MS);
    return frame >= 0 && frame < this.count && this.bestPathIsVoiced(frame);
  }

  private bestPathIsVoiced(asked: number): boolean {
    let paths: readonly PathEnd[] | undefined;
    const last = Math.min(this.count - 1, asked + NEIGHBOURS);
    for (let frame = Math.max(0, asked - NEIGHBOURS); frame <= last; frame++) {
      const previous = paths;
      paths = this.hypotheses(frame).map(({ octave, strength }) => {
        const from = previous && bestWay(previous, octave);
        const voicedThere = frame === asked ? !Number.isNaN(octave) : (from?.voicedThere ?? false);
        return { octave, score: strength + (from?.score ?? 0), voicedThere };
      });
    }
    return paths?.reduce((best, path) => (path.score > best.score ? path : best)).voicedThere ?? false;
  }

  private hypotheses(frame: number): readonly Hypothesis[] {
    const known = this.analysed.get(frame);
    if (known !== undefined) return known;
    const centreMs = this.firstCentreMs + frame * LONG_STEP_MS;
    const made = asHypotheses(this.periods.analyse(this.samples, centreMs, this.largestDeviation));
    this.analysed.set(frame, made);
    return made;
  }
}

function asHypotheses({ unvoicedStrength, voiced }: FramePeriods): readonly Hypothesis[] {
  return [{ octave: NaN, strength: unvoicedStrength }, ...voiced];
}

/** The best of the paths so far to come from, its score less the cost of the step. */
function bestWay(paths: readonly PathEnd[], octave: number): PathEnd {
  return paths
    .map((path) => ({ ...path, score: path.score - stepCost(path.octave, octave) }))
    .reduce((best, path) => (path.score > best.score ? path : best));
}

function stepCost(from: number, to: number): number {
  if (Number.isNaN(from) !== Number.isNaN(to)) return VOICED_UNVOICED_COST;
  return Number.isNaN(from) ? 0 : OCTAVE_JUMP_COST * Math.abs(from - to);
}

/** Largest distance of a sample from the mean. */
function largestDeviation(samples: Float32Array): number {
  let sum = 0;
  let lowest = Infinity;
  let highest = -Infinity;
  for (const sample of samples) {
    sum += sample;
    lowest = Math.min(lowest, sample);
    highest = Math.max(highest, sample);
  }
  const mean = sum / samples.length;
  return samples.length === 0 ? 0 : Math.max(highest - mean, mean - lowest);
}
