import { FRAME_STEP_MS } from "@/scoring/acoustics/acoustic-artifacts";
import type { UtteranceFeature } from "@/scoring/read-speech/utterance-feature";

const MIN_FRAMES = 20;
/** Weaker frames lie in the gaps that runs close over. */
const LOWEST_RELATIVE_DB = -40;

/**
 * Slope of the level over the frames of speech, dB a second, by least squares: a sentence read as one phrase falls towards
 * its end (declination); one read word by word stays level.
 */
export const levelSlope: UtteranceFeature = {
  id: "level.slope",
  label: "Level over the sentence",
  unit: "dB/s",
  shape: "falling",
  basis: "S dir (read phrases decline and end low: section 7.1)",
  extract: ({ acoustics: { frames, runs, levels } }) => {
    const points: { readonly s: number; readonly db: number }[] = [];
    for (const { startMs, endMs } of runs) {
      const first = Math.max(0, Math.ceil((startMs - frames.firstCentreMs) / FRAME_STEP_MS));
      for (let k = first; k < frames.count && frames.firstCentreMs + k * FRAME_STEP_MS < endMs; k += 1) {
        const db = Math.max(LOWEST_RELATIVE_DB, (frames.energyDb[k] ?? 0) - (levels.speechDb ?? 0));
        points.push({ s: (k * FRAME_STEP_MS) / 1000, db });
      }
    }
    return points.length < MIN_FRAMES ? null : slopeOf(points);
  },
};

function slopeOf(points: readonly { readonly s: number; readonly db: number }[]): number {
  const meanS = points.reduce((sum, { s }) => sum + s, 0) / points.length;
  const meanDb = points.reduce((sum, { db }) => sum + db, 0) / points.length;
  let covariance = 0;
  let variance = 0;
  for (const { s, db } of points) {
    covariance += (s - meanS) * (db - meanDb);
    variance += (s - meanS) ** 2;
  }
  return covariance / variance;
}
