import { BAND_COUNT } from "@/scoring/acoustics/acoustic-kernels";

/** Bands this far under the frame's strongest band hold noise rather than voice and count as that deep, dB. */
const DYNAMIC_RANGE_DB = 30;

/**
 * Spectral change around each frame, in dB: standard deviation over the bands of the difference between the frame after
 * and the frame before (20 ms). A mere change of level moves all bands alike and counts nothing. The first and last
 * frame take their neighbour's value; below three frames all are 0.
 */
export function measureSpectralChange(bandDb: Float32Array, frameCount: number): Float32Array {
  const change = new Float32Array(frameCount);
  if (frameCount < 3) return change;
  const strongest = strongestBands(bandDb, frameCount);
  for (let frame = 1; frame < frameCount - 1; frame++) {
    // `as number`: frame - 1 and frame + 1 lie inside the tables.
    const floorBefore = (strongest[frame - 1] as number) - DYNAMIC_RANGE_DB;
    const floorAfter = (strongest[frame + 1] as number) - DYNAMIC_RANGE_DB;
    let sum = 0;
    let squares = 0;
    for (let band = 0; band < BAND_COUNT; band++) {
      const before = Math.max(bandDb[(frame - 1) * BAND_COUNT + band] as number, floorBefore);
      const after = Math.max(bandDb[(frame + 1) * BAND_COUNT + band] as number, floorAfter);
      sum += after - before;
      squares += (after - before) ** 2;
    }
    change[frame] = Math.sqrt(Math.max(0, squares / BAND_COUNT - (sum / BAND_COUNT) ** 2));
  }
  change[0] = change[1] as number;
  change[frameCount - 1] = change[frameCount - 2] as number;
  return change;
}

function strongestBands(bandDb: Float32Array, frameCount: number): Float32Array {
  const strongest = new Float32Array(frameCount).fill(-Infinity);
  for (let frame = 0; frame < frameCount; frame++) {
    for (let band = 0; band < BAND_COUNT; band++) {
      // In range: the table has frameCount * BAND_COUNT entries.
      strongest[frame] = Math.max(strongest[frame] as number, bandDb[frame * BAND_COUNT + band] as number);
    }
  }
  return strongest;
}
