import { FRAME_STEP_MS, SAMPLE_RATE_HZ } from "@/scoring/acoustics/acoustic-artifacts";
import type { KernelMemory } from "@/scoring/acoustics/kernels/kernel-memory";

/** Samples from one 10 ms frame to the next. */
export const HOP_SAMPLES = (FRAME_STEP_MS * SAMPLE_RATE_HZ) / 1000;

/** Frames of a recording that a kernel reads: frame k takes `windowSamples` samples from `firstSample + k*hopSamples` on. */
export interface FrameWindows {
  readonly firstSample: number;
  readonly hopSamples: number;
  readonly windowSamples: number;
  readonly count: number;
}

/** Vector loads may read this many samples beyond a window; their weight is 0. */
const SLACK_SAMPLES = 4;

/** Bytes that a block of so many frames takes in kernel memory. */
export function blockBytes(windows: FrameWindows, blockFrames: number): number {
  return 4 * ((blockFrames - 1) * windows.hopSamples + windows.windowSamples + SLACK_SAMPLES);
}

/**
 * Copies the samples of `blockFrames` frames after another to `address` and calls `analyse` with the block's first frame
 * and its number of frames: a kernel needs memory for a block only, however long the recording is.
 *
 * @throws RangeError when a window does not lie inside the recording.
 */
export function forEachBlock(
  memory: KernelMemory,
  address: number,
  samples: Float32Array,
  windows: FrameWindows,
  blockFrames: number,
  analyse: (firstFrame: number, frames: number) => void,
): void {
  const { firstSample, hopSamples, windowSamples, count } = windows;
  const end = firstSample + (count - 1) * hopSamples + windowSamples;
  if (count > 0 && (firstSample < 0 || end > samples.length)) {
    throw new RangeError(`frames of samples ${firstSample}..${end} of a recording of ${samples.length}: wrong grid`);
  }
  for (let frame = 0; frame < count; frame += blockFrames) {
    const frames = Math.min(blockFrames, count - frame);
    const from = firstSample + frame * hopSamples;
    const length = (frames - 1) * hopSamples + windowSamples + SLACK_SAMPLES;
    memory.write(address, samples.subarray(from, from + length));
    analyse(frame, frames);
  }
}
