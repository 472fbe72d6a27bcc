import { describe, expect, it } from "vitest";
import { wasmKernels } from "@/scoring/acoustics/kernels/wasm-kernels";
import { silence, whiteNoise } from "@/scoring/acoustics/testing/synthetic-signals";

const { surveySamples } = wasmKernels();

describe("surveySamples", () => {
  it("finds the largest distance from the mean, also over several blocks", () => {
    const samples = silence(10_000).fill(0.5);
    samples[150_001] = -0.25;
    const { largestDeviation, clippedCount, unusableCount } = surveySamples(samples);
    expect(largestDeviation).toBeCloseTo(0.75, 5);
    expect([clippedCount, unusableCount]).toEqual([0, 0]);
  });

  it.each([1, 2, 3, 4, 5, 515, 65_537])("counts every one of %i samples once", (length) => {
    expect(surveySamples(new Float32Array(length).fill(-1)).clippedCount).toBe(length);
    expect(surveySamples(new Float32Array(length).fill(0.9)).clippedCount).toBe(0);
    expect(surveySamples(new Float32Array(length).fill(NaN)).unusableCount).toBe(length);
    expect(surveySamples(new Float32Array(length).fill(0.3)).largestDeviation).toBeLessThan(1e-6);
  });

  it("counts NaN, infinities and absurd numbers as unusable", () => {
    const samples = whiteNoise(100, 0.1);
    samples.set([NaN, Infinity, -Infinity, 1_001, 1_000, 1e-40], 700);
    expect(surveySamples(samples).unusableCount).toBe(4);
  });

  it("gives 0 for no samples", () => {
    const nothing = { largestDeviation: 0, clippedCount: 0, unusableCount: 0 };
    expect(surveySamples(new Float32Array(0))).toEqual(nothing);
  });
});
