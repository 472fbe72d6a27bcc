import { BAND_COUNT } from "@/scoring/acoustics/acoustic-kernels";
import type { KernelInstance } from "@/scoring/acoustics/kernels/kernel-memory";

/** Quantile of each band's smoothed levels over the listed frames: see wasm/band-quantiles.ts. 0 for no frames. */
export function measureBandQuantiles(
  { kernels, memory }: KernelInstance,
  bandDb: Float32Array,
  frames: Int32Array,
  width: number,
  share: number,
): Float64Array {
  if (frames.length === 0) return new Float64Array(BAND_COUNT);
  const [levels, kept, keys, quantiles] = memory.layOut(
    4 * bandDb.length,
    4 * frames.length,
    kernels.QUANTILE_KEYS.value * frames.length,
    8 * BAND_COUNT,
  );
  memory.write(levels, bandDb);
  memory.writeInt32(kept, frames);
  kernels.measureBandQuantiles(levels, kept, frames.length, width, share, keys, quantiles);
  return memory.float64(quantiles, BAND_COUNT);
}
