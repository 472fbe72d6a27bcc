import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BAND_COUNT, MFCC_COUNT } from "@/scoring/acoustics/acoustic-kernels";
import { cleanSamples } from "@/scoring/acoustics/clean-samples";
import { frameGrid } from "@/scoring/acoustics/frame-grid";
import { KernelMemory } from "@/scoring/acoustics/kernels/kernel-memory";
import { instantiateKernels } from "@/scoring/acoustics/kernels/kernel-module";
import { trackF0 } from "@/scoring/acoustics/kernels/track-f0";
import { wasmKernels } from "@/scoring/acoustics/kernels/wasm-kernels";
import { samplesOf, silence, sine, syllables, whiteNoise } from "@/scoring/acoustics/testing/synthetic-signals";

const kernels = wasmKernels();

function isWithin(values: ArrayLike<number>, low: number, high: number): boolean {
  return Array.from(values).every((value) => value >= low && value <= high);
}

/** Every table is finite and inside its documented range; NaN only says unvoiced. */
function expectSound(pcm: Float32Array): void {
  const samples = cleanSamples(pcm);
  const grid = frameGrid(samples.length);
  const { f0Hz, periodicity } = kernels.trackF0(samples, grid);
  expect(f0Hz.length).toBe(grid.count);
  expect(
    isWithin(
      f0Hz.filter((hz) => !Number.isNaN(hz)),
      70,
      600,
    ),
  ).toBe(true);
  expect(isWithin(periodicity, 0, 1)).toBe(true);
  expect(isWithin(kernels.measureEnergy(samples, grid), -120, 61)).toBe(true);
  const bandDb = kernels.measureBands(samples, grid);
  expect(bandDb.length).toBe(grid.count * BAND_COUNT);
  expect(isWithin(bandDb, -200, 64)).toBe(true);
  expect(isWithin(kernels.measureSpectralChange(bandDb, grid.count), 0, 60)).toBe(true);
  const mfcc = kernels.measureMfcc(samples, grid);
  expect(mfcc.length).toBe(grid.count * MFCC_COUNT);
  expect(isWithin(mfcc, -200, 200)).toBe(true);
  expect(isWithin(kernels.measureIntensity(samples).levelDb, -300, 61)).toBe(true);
  expect(isWithin(kernels.resampleTo16Khz(samples, 44_100), -3_000, 3_000)).toBe(true);
}

const EDGE_LENGTHS = [0, 1, 2, 639, 640, 641, 799, 800, 2_047, 2_048, 2_049, 2_304, 5_120];
const ODD_SAMPLES = [0, -0, 1, -1, 1e-45, -1e-40, 1e-30, 1e-15, 1e3, -1e3, 3e38, NaN, Infinity, -Infinity];

describe("the kernels", () => {
  it("give sound tables for any samples, also when these are no numbers", () => {
    const sample = fc.oneof(
      { weight: 3, arbitrary: fc.float({ min: -1, max: 1, noNaN: true }) },
      { weight: 1, arbitrary: fc.constantFrom(...ODD_SAMPLES) },
    );
    const recording = fc
      .tuple(fc.constantFrom(...EDGE_LENGTHS), fc.array(sample, { minLength: 1, maxLength: 300 }))
      .map(([length, pattern]) => new Float32Array(length).map((_, i) => pattern[i % pattern.length] ?? 0));
    fc.assert(fc.property(recording, expectSound), { numRuns: 60 });
  });

  it.each<readonly [string, Float32Array]>([
    ["silence", silence(5_000)],
    ["an offset", silence(700).fill(0.7)],
    ["a full-scale square wave", sine(700, 110, 1).map((sample) => Math.sign(sample))],
    ["denormal numbers", whiteNoise(700, 1e-40)],
    ["sound too soft to be any", sine(700, 200, 1e-25)],
    ["sound far beyond full scale", sine(700, 200, 999)],
    ["one click", silence(700).fill(1, 5_000, 5_001)],
    ["an offset that jumps", silence(700).fill(-1).fill(1, 6_000)],
  ])("give sound tables for %s", (_, samples) => {
    expectSound(samples);
  });

  it("track fifteen minutes, and need less than 12 MB for it", () => {
    const phrase = syllables(25);
    const samples = new Float32Array(samplesOf(900_000)).map((_, i) => phrase[i % phrase.length] ?? 0);
    const grid = frameGrid(samples.length);
    const instance = instantiateKernels();
    const { f0Hz } = trackF0({ kernels: instance, memory: new KernelMemory(instance) }, samples, grid);
    expect(f0Hz.length).toBe(89_997);
    expect(f0Hz.filter((hz) => hz > 0).length).toBeGreaterThan(grid.count * 0.9);
    expect(instance.memory.buffer.byteLength).toBeLessThan(12_000_000);
  });

  it("do not remember the recording before", () => {
    const samples = syllables(5);
    const grid = frameGrid(samples.length);
    const first = kernels.trackF0(samples, grid);
    expectSound(whiteNoise(3_000, 0.5));
    expect(kernels.trackF0(samples, grid)).toEqual(first);
  });

  it("refuse another recording's grid", () => {
    expect(() => kernels.trackF0(silence(500), frameGrid(samplesOf(600)))).toThrow(/wrong grid/);
    expect(() => kernels.measureBands(silence(500), frameGrid(samplesOf(600)))).toThrow(/wrong grid/);
  });
});
