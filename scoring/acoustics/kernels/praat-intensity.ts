import { SAMPLE_RATE_HZ } from "@/scoring/acoustics/acoustic-artifacts";
import type { IntensityTrack } from "@/scoring/acoustics/acoustic-kernels";
import type { KernelInstance } from "@/scoring/acoustics/kernels/kernel-memory";

/** Lowest pitch that must not ripple through the contour: de Jong & Wempe (2009) use 50 Hz. */
const PITCH_FLOOR_HZ = 50;
/** Praat: the effective window is 3.2 periods long, the physical one twice that; a step is a quarter of 3.2 periods. */
const STEP_MS = (0.8 * 1000) / PITCH_FLOOR_HZ;
const WINDOW_MS = (6.4 * 1000) / PITCH_FLOOR_HZ;
/** Frames whose samples stand in kernel memory at a time. */
const BLOCK_FRAMES = 256;
/** Zeros in front of a block: the first window may start a sample before the recording. */
const PADDING_BYTES = 16;

/**
 * Praat's "To Intensity: 50, 0, yes" of a recording, every 16 ms; the formula stands in wasm/intensity.ts. No frame for
 * less than a window of 128 ms.
 */
export function measureIntensity({ kernels, memory }: KernelInstance, samples: Float32Array): IntensityTrack {
  const durationMs = (samples.length * 1000) / SAMPLE_RATE_HZ;
  const count = Math.max(0, Math.floor((durationMs - WINDOW_MS) / STEP_MS + 1e-9) + 1);
  const halfWindow = kernels.INTENSITY_HALF_WINDOW.value;
  const windowStarts = Int32Array.from(
    { length: count },
    (_, k) => centreSample(samples.length, count, k) - halfWindow,
  );
  const blockSamples = ((BLOCK_FRAMES + 1) * STEP_MS * SAMPLE_RATE_HZ) / 1000 + 2 * halfWindow;
  const [padding, block, starts, levels] = memory.layOut(
    PADDING_BYTES,
    4 * blockSamples,
    4 * BLOCK_FRAMES,
    8 * Math.max(BLOCK_FRAMES, count),
  );
  memory.write(padding, new Float32Array(PADDING_BYTES / 4));
  for (let first = 0; first < count; first += BLOCK_FRAMES) {
    const ofBlock = windowStarts.subarray(first, first + BLOCK_FRAMES);
    const from = Math.max(0, ofBlock[0] ?? 0);
    const part = samples.subarray(from, (ofBlock.at(-1) ?? 0) + 2 * halfWindow + 1);
    memory.write(block, part);
    memory.writeInt32(
      starts,
      ofBlock.map((start) => start - from),
    );
    kernels.measureIntensity(block, part.length, starts, ofBlock.length, levels + 8 * first);
  }
  return {
    firstCentreMs: durationMs / 2 - ((count - 1) * STEP_MS) / 2,
    stepMs: STEP_MS,
    levelDb: memory.float64(levels, count),
  };
}

/**
 * The sample nearest to a frame's centre. Centres often fall exactly between two samples; which of them it is then follows
 * from rounding errors, so this is Praat's arithmetic, step by step, in seconds (Sampled_shortTermAnalysis).
 */
function centreSample(length: number, count: number, frame: number): number {
  const sampleS = 1 / SAMPLE_RATE_HZ;
  const firstSampleS = 0.5 * sampleS;
  const stepS = 0.8 / PITCH_FLOOR_HZ;
  const middleS = firstSampleS - 0.5 * sampleS + 0.5 * (sampleS * length);
  const firstCentreS = middleS - 0.5 * (count * stepS) + 0.5 * stepS;
  return Math.floor((firstCentreS + frame * stepS - firstSampleS) / sampleS + 1 + 0.5) - 1;
}
