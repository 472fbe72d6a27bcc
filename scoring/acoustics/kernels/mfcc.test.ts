import { describe, expect, it } from "vitest";
import { MFCC_COUNT } from "@/scoring/acoustics/acoustic-kernels";
import { centreInSamples, frameGrid } from "@/scoring/acoustics/frame-grid";
import { wasmKernels } from "@/scoring/acoustics/kernels/wasm-kernels";
import { fricative, join, scale, silence, vowel, whiteNoise } from "@/scoring/acoustics/testing/synthetic-signals";

const WINDOW = 400;
const LENGTH = 512;
const FILTERS = 26;
const mel = (hz: number): number => 2595 * Math.log10(1 + hz / 700);

/** The definition of one frame, one sum a bin, a filter and a coefficient. */
function slowMfcc(samples: Float32Array, start: number): number[] {
  const weight = (i: number): number => 0.5 - 0.5 * Math.cos((2 * Math.PI * (i + 1)) / (WINDOW + 1));
  let windowPower = 0;
  for (let i = 0; i < WINDOW; i++) windowPower += weight(i) ** 2;
  const powers = Array.from({ length: LENGTH / 2 + 1 }, (_, k) => {
    let re = 0;
    let im = 0;
    for (let i = 0; i < WINDOW; i++) {
      re += (samples[start + i] ?? NaN) * weight(i) * Math.cos((2 * Math.PI * k * i) / LENGTH);
      im += (samples[start + i] ?? NaN) * weight(i) * Math.sin((2 * Math.PI * k * i) / LENGTH);
    }
    return (2 * (re * re + im * im)) / (LENGTH * windowPower);
  });
  const width = (mel(8_000) - mel(20)) / (FILTERS + 1);
  const logs = Array.from({ length: FILTERS }, (_, j) => {
    const weightOf = (k: number): number =>
      Math.max(0, 1 - Math.abs(mel((k * 16_000) / LENGTH) - (mel(20) + (j + 1) * width)) / width);
    return Math.log(
      Math.max(
        1e-10,
        powers.reduce((sum, power, k) => sum + power * weightOf(k), 0),
      ),
    );
  });
  return Array.from({ length: MFCC_COUNT }, (_, c) => {
    const sum = logs.reduce((total, log, j) => total + log * Math.cos((Math.PI * c * (j + 0.5)) / FILTERS), 0);
    return Math.sqrt(2 / FILTERS) * sum;
  });
}

describe("measureMfcc", () => {
  const samples = join(
    vowel(120, () => 150),
    fricative(113, 0.05),
    silence(60),
  );
  const grid = frameGrid(samples.length);

  it("equals the definition in vowels, hisses and silence", () => {
    const found = wasmKernels().measureMfcc(samples, grid);
    expect(found.length).toBe(grid.count * MFCC_COUNT);
    for (let frame = 0; frame < grid.count; frame += 3) {
      const expected = slowMfcc(samples, Math.round(centreInSamples(grid, frame)) - WINDOW / 2);
      for (const [c, value] of expected.entries()) {
        expect(Math.abs((found[frame * MFCC_COUNT + c] ?? NaN) - value), `frame ${frame}, c${c}`).toBeLessThan(0.001);
      }
    }
  });

  it("puts a change of level into the first coefficient only", () => {
    const noise = whiteNoise(200, 0.1);
    const noiseGrid = frameGrid(noise.length);
    const loud = wasmKernels().measureMfcc(noise, noiseGrid);
    const soft = wasmKernels().measureMfcc(scale(noise, 0.5), noiseGrid);
    for (const [i, value] of soft.entries()) {
      const expected = i % MFCC_COUNT === 0 ? (loud[i] ?? NaN) + Math.sqrt(2 * FILTERS) * Math.log(0.25) : loud[i];
      expect(value).toBeCloseTo(expected ?? NaN, 2);
    }
  });
});
