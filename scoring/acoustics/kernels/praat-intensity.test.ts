import { describe, expect, it } from "vitest";
import { wasmKernels } from "@/scoring/acoustics/kernels/wasm-kernels";
import { silence, sine } from "@/scoring/acoustics/testing/synthetic-signals";

const { measureIntensity } = wasmKernels();

/** Agreement with Praat is tested in scoring/acoustics/praat-parity.test.ts. */
describe("measureIntensity", () => {
  it("has no frame for less than a window of 128 ms", () => {
    expect(measureIntensity(new Float32Array(2_047)).levelDb.length).toBe(0);
    expect(measureIntensity(new Float32Array(2_048)).levelDb.length).toBe(1);
  });

  it("gives a tone its mean square, whatever the offset", () => {
    const { levelDb, stepMs } = measureIntensity(sine(1_000, 1_000, 0.5).map((sample) => sample + 0.3));
    expect(stepMs).toBe(16);
    expect(levelDb.length).toBe(55);
    for (const level of levelDb) expect(Math.abs(level - 10 * Math.log10(0.125))).toBeLessThan(0.001);
  });

  it("floors silence at -300 dB", () => {
    expect(new Set(measureIntensity(silence(400)).levelDb)).toEqual(new Set([-300]));
  });
});
