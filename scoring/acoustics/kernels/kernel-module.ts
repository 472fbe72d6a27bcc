import { KERNEL_BYTES_BASE64 } from "@/scoring/acoustics/kernels/compiled/kernel-bytes";

/**
 * What the compiled module offers (scoring/acoustics/kernels/wasm/kernels.ts). Every pointer is a byte address in its
 * memory; whoever calls lays the buffers out, from `callersMemory()` on. Units and formulas stand beside the sources.
 */
export interface KernelExports {
  readonly memory: WebAssembly.Memory;
  callersMemory(): number;

  readonly BLOCK_FRAMES: WebAssembly.Global<"i32">;
  readonly FREQUENCY_ROW: WebAssembly.Global<"i32">;
  readonly ORIGIN_ROW: WebAssembly.Global<"i32">;
  startSurvey(): void;
  surveyBlock(samples: number, count: number): void;
  largestDeviation(): number;
  clippedCount(): number;
  unusableCount(): number;
  startPath(): void;
  analysePitchBlock(
    samples: number,
    frames: number,
    largest: number,
    frequencies: number,
    origins: number,
    periodicity: number,
  ): void;
  tracePath(frames: number, frequencies: number, origins: number, f0: number): void;

  readonly LONG_FRAME: WebAssembly.Global<"i32">;
  readonly LONG_HALF_WINDOW: WebAssembly.Global<"i32">;
  readonly LONG_RESULT: WebAssembly.Global<"i32">;
  findLongPeriods(frames: number, count: number, largest: number, results: number): void;

  readonly SPECTRUM_WINDOW: WebAssembly.Global<"i32">;
  measureEnergy(samples: number, frames: number, levels: number): void;
  measureBands(samples: number, frames: number, levels: number): void;
  readonly MFCC_COUNT: WebAssembly.Global<"i32">;
  measureMfcc(samples: number, frames: number, coefficients: number): void;
  measureExcess(levels: number, floor: number, frames: number, excess: number): void;
  readonly QUANTILE_KEYS: WebAssembly.Global<"i32">;
  measureBandQuantiles(
    levels: number,
    kept: number,
    count: number,
    width: number,
    share: number,
    keys: number,
    quantiles: number,
  ): void;
  measureSpectralChange(levels: number, frames: number, changes: number): void;

  readonly INTENSITY_HALF_WINDOW: WebAssembly.Global<"i32">;
  measureIntensity(samples: number, available: number, starts: number, frames: number, levels: number): void;

  resamplerTaps(up: number, down: number): number;
  writeResampler(weights: number, up: number, down: number): void;
  resample(samples: number, weights: number, up: number, down: number, out: number, count: number): void;
}

let compiled: WebAssembly.Module | undefined;

/** A new instance with memory of its own. The module is compiled at the first call (a few milliseconds) and kept. */
export function instantiateKernels(): KernelExports {
  compiled ??= new WebAssembly.Module(
    Uint8Array.from(atob(KERNEL_BYTES_BASE64), (character) => character.charCodeAt(0)),
  );
  // `as`: the module is built from the sources that this interface describes; its tests call every function.
  return new WebAssembly.Instance(compiled).exports as unknown as KernelExports;
}
