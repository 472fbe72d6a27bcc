import type { IntensityTrack } from "@/scoring/acoustics/acoustic-kernels";
import { findSoundingStretches } from "@/scoring/acoustics/find-sounding-stretches";
import { pairAt } from "@/scoring/acoustics/quantile";

/** A nucleus lies at most this far below the loud peaks (99th percentile of the contour), dB. */
const PEAK_RANGE_DB = 25;
const LOUD_QUANTILE = 0.99;
/** After a nucleus the intensity falls by more than this before the next peak, dB. */
const LEAST_DIP_DB = 2;

interface Peak {
  readonly timeMs: number;
  readonly levelDb: number;
  /** Frame of the contour that stands highest. */
  readonly index: number;
}

/**
 * Times of syllable nuclei by the published steps of de Jong & Wempe (2009), "Praat script to detect syllable nuclei and
 * measure speech rate automatically", Behavior Research Methods 41, version 2 of the script: peaks of the intensity within
 * 25 dB of its 99th percentile, followed by a dip of more than 2 dB before the next such peak (so the last peak of a
 * recording is none), inside a sounding stretch, and voiced by `isVoicedAt` (see NucleusVoicing). Whole milliseconds,
 * ascending.
 *
 * One thing differs: the top of a peak comes from a parabola through three frames, where Praat fits a sinc.
 */
export function findSyllableNuclei(intensity: IntensityTrack, isVoicedAt: (timeMs: number) => boolean): number[] {
  const thresholdDb = loudLevel(intensity.levelDb) - PEAK_RANGE_DB;
  const quietestDb = intensity.levelDb.reduce((lowest, level) => Math.min(lowest, level), Infinity);
  const peaks = findPeaks(intensity, Math.max(thresholdDb, quietestDb));
  const sounding = findSoundingStretches(intensity, thresholdDb);
  let stretch = 0;
  return peaks
    .filter((peak, i) => {
      const next = peaks[i + 1];
      if (next === undefined || peak.levelDb - lowestBetween(intensity, peak, next) <= LEAST_DIP_DB) return false;
      while ((sounding[stretch]?.endMs ?? Infinity) <= peak.timeMs) stretch++;
      return (sounding[stretch]?.startMs ?? Infinity) <= peak.timeMs && isVoicedAt(peak.timeMs);
    })
    .map((peak) => Math.round(peak.timeMs));
}

/** The 99th percentile as Praat's "Get quantile" interpolates it: at place 0.99 n + 0.5 of the sorted values. */
function loudLevel(levelDb: Float64Array): number {
  if (levelDb.length === 0) return NaN; // and there are no peaks either
  const place = LOUD_QUANTILE * levelDb.length - 0.5;
  const low = Math.min(levelDb.length - 1, Math.max(0, Math.floor(place)));
  const share = Math.min(1, Math.max(0, place - low));
  const [atLow, atHigh] = pairAt(levelDb, low);
  return atLow * (1 - share) + atHigh * share;
}

/** Local maxima above a level, with parabolic interpolation of time and level. */
function findPeaks({ levelDb, firstCentreMs, stepMs }: IntensityTrack, aboveDb: number): Peak[] {
  const peaks: Peak[] = [];
  for (let i = 1; i < levelDb.length - 1; i++) {
    // In range: i has a neighbour on either side.
    const before = levelDb[i - 1] as number;
    const here = levelDb[i] as number;
    const after = levelDb[i + 1] as number;
    if (!(here > before && here >= after)) continue;
    const shift = (0.5 * (after - before)) / (2 * here - before - after);
    const top = here + 0.25 * (after - before) * shift;
    if (top > aboveDb) peaks.push({ timeMs: firstCentreMs + (i + shift) * stepMs, levelDb: top, index: i });
  }
  return peaks;
}

function lowestBetween(intensity: IntensityTrack, from: Peak, to: Peak): number {
  let lowest = Infinity;
  // In range: both are frames of the contour.
  for (let i = from.index; i <= to.index; i++) lowest = Math.min(lowest, intensity.levelDb[i] as number);
  return lowest;
}
