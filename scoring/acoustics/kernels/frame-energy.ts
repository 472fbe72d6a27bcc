import { SAMPLE_RATE_HZ } from "@/scoring/acoustics/acoustic-artifacts";
import { centreInSamples, type FrameGrid } from "@/scoring/acoustics/frame-grid";
import { hannWindow } from "@/scoring/acoustics/kernels/windows";

/** Lowest level that is reported: beneath the noise of 16-bit audio (-98 dB). */
export const LEVEL_FLOOR_DB = -120;
/** The customary 25 ms of speech analysis: about two periods of a low voice, short enough for a stop consonant. */
export const ENERGY_WINDOW_SAMPLES = 0.025 * SAMPLE_RATE_HZ;

const WINDOW = hannWindow(ENERGY_WINDOW_SAMPLES);
const WINDOW_SUM = WINDOW.reduce((sum, weight) => sum + weight, 0);

/**
 * Level of each frame in dB relative to full scale: 10*log10 of the Hann-weighted variance over 25 ms. Variance instead
 * of power, so that a constant offset has no level.
 */
export function measureEnergy(samples: Float32Array, grid: FrameGrid): Float32Array {
  const levelDb = new Float32Array(grid.count);
  for (let frame = 0; frame < grid.count; frame++) {
    const start = Math.round(centreInSamples(grid, frame)) - ENERGY_WINDOW_SAMPLES / 2;
    let sum = 0;
    let squares = 0;
    for (let i = 0; i < ENERGY_WINDOW_SAMPLES; i++) {
      // In range: the grid keeps 20 ms on both sides of a centre, the window needs 12.5 ms.
      const sample = samples[start + i] as number;
      const weighted = sample * (WINDOW[i] as number);
      sum += weighted;
      squares += weighted * sample;
    }
    const mean = sum / WINDOW_SUM;
    levelDb[frame] = powerToDb(squares / WINDOW_SUM - mean * mean, LEVEL_FLOOR_DB);
  }
  return levelDb;
}

/** 10*log10(power), at least `floorDb`. */
export function powerToDb(power: number, floorDb: number): number {
  return power > 0 ? Math.max(floorDb, 10 * Math.log10(power)) : floorDb;
}
