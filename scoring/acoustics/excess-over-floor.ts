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
  /** The largest so far, descending. */
  const largest = new Float64Array(BANDS_THAT_COUNT);
  for (let frame = 0; frame < excess.length; frame++) {
    largest.fill(0);
    for (let band = 0; band < BAND_COUNT; band++) {
      // In range: frame and band stay inside the tables.
      insert(
        largest,
        Math.min(EXCESS_CAP_DB, (bandDb[frame * BAND_COUNT + band] as number) - (floorDb[band] as number)),
      );
    }
    let sum = 0;
    for (const value of largest) sum += value;
    excess[frame] = sum / BANDS_THAT_COUNT;
  }
  return excess;
}

/** Puts a value in its place in a descending list and drops the list's last. */
function insert(descending: Float64Array, value: number): void {
  let place = descending.length - 1;
  if (!(value > (descending[place] as number))) return; // `as number` here and below: inside the list
  for (; place > 0 && value > (descending[place - 1] as number); place--) {
    descending[place] = descending[place - 1] as number;
  }
  descending[place] = value;
}
