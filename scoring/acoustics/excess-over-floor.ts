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
  for (let frame = 0; frame < excess.length; frame++) {
    excess[frame] = sumOfLargest(bandDb, frame * BAND_COUNT, floorDb) / BANDS_THAT_COUNT;
  }
  return excess;
}

/** Sum of the six largest excesses of the frame whose bands begin at `from`, the largest first. */
function sumOfLargest(bandDb: Float32Array, from: number, floorDb: Float64Array): number {
  // Six variables and no list, moved one by one: half a million values a recording are put in their place here.
  let first = 0;
  let second = 0;
  let third = 0;
  let fourth = 0;
  let fifth = 0;
  let sixth = 0;
  for (let band = 0; band < BAND_COUNT; band++) {
    // In range: frame and band stay inside the tables.
    const above = (bandDb[from + band] as number) - (floorDb[band] as number);
    const value = above > EXCESS_CAP_DB ? EXCESS_CAP_DB : above;
    if (!(value > sixth)) continue;
    if (value > third) {
      sixth = fifth;
      fifth = fourth;
      fourth = third;
      if (value > second) {
        third = second;
        if (value > first) {
          second = first;
          first = value;
        } else second = value;
      } else third = value;
    } else if (value > fourth) {
      sixth = fifth;
      fifth = fourth;
      fourth = value;
    } else if (value > fifth) {
      sixth = fifth;
      fifth = value;
    } else sixth = value;
  }
  return first + second + third + fourth + fifth + sixth;
}
