import { describe, expect, it } from "vitest";
import { BAND_COUNT } from "@/scoring/acoustics/acoustic-kernels";
import { frameGrid } from "@/scoring/acoustics/frame-grid";
import { wasmKernels } from "@/scoring/acoustics/kernels/wasm-kernels";
import { fricative, join, sine, vowel } from "@/scoring/acoustics/testing/synthetic-signals";

const { measureBands, measureSpectralChange } = wasmKernels();

function changeOf(samples: Float32Array): Float32Array {
  const grid = frameGrid(samples.length);
  return measureSpectralChange(measureBands(samples, grid), grid.count);
}

describe("measureSpectralChange", () => {
  it("is larger where a vowel turns into a hiss than anywhere inside the vowel", () => {
    const change = changeOf(
      join(
        vowel(400, () => 150),
        fricative(200, 0.05),
      ),
    );
    const inside = Math.max(...change.subarray(5, 30));
    const atTurn = Math.max(...change.subarray(33, 42));
    expect(atTurn).toBeGreaterThan(inside * 2);
  });

  it("does not count a change of level", () => {
    const before = Float32Array.from({ length: BAND_COUNT }, (_, band) => -20 - band);
    const table = join(
      before,
      before.map((level) => level - 6),
      before.map((level) => level - 12),
    );
    for (const change of measureSpectralChange(table, 3)) expect(change).toBeCloseTo(0, 5);
  });

  it("is 0 below three frames", () => {
    expect([...measureSpectralChange(new Float32Array(2 * BAND_COUNT), 2)]).toEqual([0, 0]);
  });
});

describe("measureBands", () => {
  it("finds a tone's power in the band that holds it", () => {
    const samples = sine(200, 1_000, 0.5);
    const grid = frameGrid(samples.length);
    const levels = [...measureBands(samples, grid).subarray(0, BAND_COUNT)];
    expect(Math.max(...levels)).toBeGreaterThan(-10.2); // 0.5 sine: -9.03 dB, less what leaks into neighbours
    expect(Math.max(...levels)).toBeLessThan(-8.9);
    expect(levels.filter((level) => level > -40).length).toBeLessThanOrEqual(3);
  });
});
