import { BAND_COUNT } from "@/scoring/acoustics/acoustic-kernels";

/** Bands that decide whether a frame stands out: the six of 20 with the largest excess. */
const BANDS_THAT_COUNT = 6;
/** An excess per band counts up to this much, so that one loud band (a beep) does not make a frame speech, dB. */
const EXCESS_CAP_DB = 30;

/**
 * How far each frame stands out from the background, dB, 0..30: mean of its BANDS_THAT_COUNT largest band excesses, each
 * between 0 and the cap (after the long-term spectral divergence of Ramirez et al. 2004, which takes the mean of all).
 */
export function excessOverFloor(bandDb: Float32Array, floorDb: Float64Array): Float32Array {
  const excess = new Float32Array(bandDb.length / BAND_COUNT);
  const above = new Float64Array(BAND_COUNT);
  for (let frame = 0; frame < excess.length; frame++) {
    for (let band = 0; band < BAND_COUNT; band++) {
      // In range: frame and band stay inside the tables.
      const difference = (bandDb[frame * BAND_COUNT + band] as number) - (floorDb[band] as number);
      above[band] = Math.max(0, Math.min(EXCESS_CAP_DB, difference));
    }
    let sum = 0;
    for (let taken = 0; taken < BANDS_THAT_COUNT; taken++) sum += takeLargest(above);
    excess[frame] = sum / BANDS_THAT_COUNT;
  }
  return excess;
}

/** Returns the largest value and puts -1 in its place. */
function takeLargest(values: Float64Array): number {
  let place = 0;
  let largest = -1;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number; // in range
    if (value > largest) {
      largest = value;
      place = i;
    }
  }
  values[place] = -1;
  return largest;
}
