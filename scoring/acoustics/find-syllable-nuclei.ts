import type { IntensityTrack } from "@/scoring/acoustics/acoustic-kernels";
import { frameAt, type FrameGrid } from "@/scoring/acoustics/frame-grid";
import { quantile } from "@/scoring/acoustics/quantile";

/** A nucleus lies at most this far below the loud peaks (99th percentile), dB. */
const PEAK_RANGE_DB = 25;
/** Between two nuclei the intensity falls by more than this, dB. */
const LEAST_DIP_DB = 2;
/** de Jong & Wempe look for voicing with a threshold of .25 instead of the .45 of a careful F0 track. */
const LEAST_PERIODICITY = 0.25;

interface Peak {
  readonly timeMs: number;
  readonly levelDb: number;
  readonly index: number;
}

/**
 * Times of syllable nuclei after de Jong & Wempe (2009), "Praat script to detect syllable nuclei and measure speech rate
 * automatically": peaks of the intensity within 25 dB of the loudest, followed by a dip of more than 2 dB before the next
 * such peak, periodic, and inside speech. Here "inside speech" are the frames of the speech runs. Whole milliseconds.
 */
export function findSyllableNuclei(
  intensity: IntensityTrack,
  grid: FrameGrid,
  speech: Uint8Array,
  periodicity: Float32Array,
): number[] {
  const isSpeechAt = (timeMs: number): boolean => speech[frameAt(grid, timeMs) ?? -1] === 1;
  const inSpeech = intensity.levelDb.filter((_, i) => isSpeechAt(intensity.firstCentreMs + i * intensity.stepMs));
  const loudDb = quantile(inSpeech, 0.99);
  if (loudDb === undefined) return [];
  const peaks = findPeaks(intensity).filter((peak) => peak.levelDb > loudDb - PEAK_RANGE_DB);
  const nuclei: number[] = [];
  for (const [i, peak] of peaks.entries()) {
    const next = peaks[i + 1];
    if (next !== undefined && peak.levelDb - lowestBetween(intensity, peak, next) <= LEAST_DIP_DB) continue;
    const frame = frameAt(grid, peak.timeMs);
    const periodic = frame !== undefined && (periodicity[frame] ?? 0) >= LEAST_PERIODICITY;
    if (periodic && isSpeechAt(peak.timeMs)) nuclei.push(Math.round(peak.timeMs));
  }
  return nuclei;
}

/** Local maxima with parabolic interpolation of time and level. */
function findPeaks({ levelDb, firstCentreMs, stepMs }: IntensityTrack): Peak[] {
  const peaks: Peak[] = [];
  for (let i = 1; i < levelDb.length - 1; i++) {
    // In range: i has a neighbour on either side.
    const before = levelDb[i - 1] as number;
    const here = levelDb[i] as number;
    const after = levelDb[i + 1] as number;
    if (!(here > before && here >= after)) continue;
    const shift = (0.5 * (after - before)) / (2 * here - before - after);
    peaks.push({
      timeMs: firstCentreMs + (i + shift) * stepMs,
      levelDb: here + 0.25 * (after - before) * shift,
      index: i,
    });
  }
  return peaks;
}

function lowestBetween(intensity: IntensityTrack, from: Peak, to: Peak): number {
  return intensity.levelDb
    .subarray(from.index, to.index + 1)
    .reduce((lowest, level) => Math.min(lowest, level), Infinity);
}
