import { describe, expect, it } from "vitest";
import { frameGrid } from "@/scoring/acoustics/frame-grid";
import { wasmKernels } from "@/scoring/acoustics/kernels/wasm-kernels";
import { harmonics, scale, silence, sine, vowel, whiteNoise } from "@/scoring/acoustics/testing/synthetic-signals";

const kernels = wasmKernels();

function f0Of(samples: Float32Array): Float32Array {
  return kernels.trackF0(samples, frameGrid(samples.length)).f0Hz;
}

/** Agreement with Praat is tested in scoring/acoustics/praat-parity.test.ts. */
describe("trackF0", () => {
  it.each([76, 110, 220, 440, 590])("finds a tone of %i Hz within 0.1 %", (hz) => {
    for (const found of f0Of(sine(300, hz))) expect(Math.abs(found - hz)).toBeLessThan(hz * 0.001);
  });

  it.each([90, 150, 300])("finds the pulses of a voice at %i Hz, not their octaves", (hz) => {
    const f0Hz = f0Of(vowel(500, () => hz));
    for (const found of f0Hz.subarray(5, -5)) expect(Math.abs(found - hz)).toBeLessThan(hz * 0.01);
  });

  it("finds a fundamental that is missing from the sound", () => {
    for (const found of f0Of(harmonics(400, () => 125, 3, 8))) expect(Math.abs(found - 125)).toBeLessThan(1);
  });

  it("follows a glide of two octaves in a second without a jump", () => {
    const f0Hz = f0Of(harmonics(1_000, (share) => 110 * 4 ** share, 1, 8));
    const { firstCentreMs } = frameGrid(16_000);
    for (const [frame, found] of f0Hz.entries()) {
      const expected = 110 * 4 ** ((firstCentreMs + frame * 10) / 1000);
      expect(Math.abs(found - expected)).toBeLessThan(expected * 0.01);
    }
  });

  it("calls white noise and silence unvoiced", () => {
    const noise = f0Of(whiteNoise(5_000, 0.1));
    expect(noise.filter((hz) => !Number.isNaN(hz)).length).toBeLessThanOrEqual(noise.length * 0.005);
    expect(f0Of(silence(500)).every(Number.isNaN)).toBe(true);
  });

  it("does not depend on gain or on a constant offset", () => {
    const voice = vowel(400, (share) => 140 + 20 * share);
    const changed = scale(voice, 0.25).map((sample) => sample + 0.25);
    const a = f0Of(voice);
    for (const [frame, hz] of f0Of(changed).entries()) expect(hz).toBeCloseTo(a[frame] ?? NaN, 1);
  });
});
