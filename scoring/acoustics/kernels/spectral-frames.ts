import { centreInSamples, type FrameGrid } from "@/scoring/acoustics/frame-grid";
import type { KernelInstance } from "@/scoring/acoustics/kernels/kernel-memory";
import { blockBytes, forEachBlock, HOP_SAMPLES } from "@/scoring/acoustics/kernels/sample-blocks";

/** Frames whose samples stand in kernel memory at a time: their 330 kB stay in the processor's cache. */
const BLOCK_FRAMES = 512;
/** Some kernels write whole batches of this many frames; BLOCK_FRAMES is a multiple. */
const BATCH_FRAMES = 8;

/**
 * Runs a kernel that reads 25 ms around each frame's centre and writes `width` 32-bit floats a frame. Returns these, frame
 * after frame.
 *
 * @throws RangeError when the grid is another recording's.
 */
export function measureFrames(
  { kernels, memory }: KernelInstance,
  samples: Float32Array,
  grid: FrameGrid,
  width: number,
  kernel: (samples: number, frames: number, out: number) => void,
): Float32Array {
  const windowSamples = kernels.SPECTRUM_WINDOW.value;
  const windows = {
    firstSample: Math.round(centreInSamples(grid, 0)) - windowSamples / 2,
    hopSamples: HOP_SAMPLES,
    windowSamples,
    count: grid.count,
  };
  const frameBytes = 4 * width;
  const [block, out] = memory.layOut(blockBytes(windows, BLOCK_FRAMES), (grid.count + BATCH_FRAMES) * frameBytes);
  forEachBlock(memory, block, samples, windows, BLOCK_FRAMES, (first, frames) => {
    kernel(block, frames, out + first * frameBytes);
  });
  return memory.float32(out, grid.count * width);
}
