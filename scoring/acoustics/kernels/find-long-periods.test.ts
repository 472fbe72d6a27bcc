import { describe, expect, it } from "vitest";
import { wasmKernels } from "@/scoring/acoustics/kernels/wasm-kernels";
import { silence, sine, vowel, whiteNoise } from "@/scoring/acoustics/testing/synthetic-signals";

const { findLongPeriods, surveySamples } = wasmKernels();

function strongestHz(samples: Float32Array, middles: readonly number[]): (number | undefined)[] {
  return findLongPeriods(samples, middles, surveySamples(samples).largestDeviation).map(({ candidates }) => {
    const best = candidates.reduce(
      (a, b) => (b.strength > a.strength ? b : a),
      candidates[0] ?? { octave: NaN, strength: 0 },
    );
    return Number.isNaN(best.octave) ? undefined : 2 ** best.octave;
  });
}

describe("findLongPeriods", () => {
  it.each([32, 50, 99, 220, 440])("finds a tone of %i Hz in every window, also in more than one batch", (hz) => {
    const middles = Array.from({ length: 11 }, (_, i) => 2_000 + 500 * i);
    for (const found of strongestHz(sine(600, hz), middles))
      expect(Math.abs((found ?? NaN) - hz)).toBeLessThan(hz * 0.005);
  });

  it("finds the pulses of a creaking voice", () => {
    for (const found of strongestHz(
      vowel(600, () => 45),
      [3_000, 5_000],
    ))
      expect(found).toBeCloseTo(45, 0);
  });

  it("gives candidates from 30 to 450 Hz, highest first, at strengths below 1", () => {
    const noise = whiteNoise(600, 0.3);
    const [frame] = findLongPeriods(noise, [4_000], surveySamples(noise).largestDeviation);
    const octaves = frame?.candidates.map(({ octave }) => octave) ?? [];
    expect(octaves).toEqual([...octaves].sort((a, b) => b - a));
    for (const { octave, strength } of frame?.candidates ?? []) {
      expect(octave).toBeGreaterThan(Math.log2(29.9));
      expect(octave).toBeLessThanOrEqual(Math.log2(450));
      expect(strength).toBeLessThan(0.5);
    }
    expect(frame?.relativePeak).toBeGreaterThan(0.3);
  });

  it("takes samples beyond the ends as silence", () => {
    const samples = sine(150, 200);
    const { largestDeviation } = surveySamples(samples);
    const frames = findLongPeriods(samples, [-5_000, 0, 1_200, 2_400, 9_000], largestDeviation);
    expect(frames.map(({ relativePeak }) => relativePeak > 0)).toEqual([false, true, true, true, false]);
    for (const { candidates } of frames)
      expect(candidates.every(({ strength }) => Number.isFinite(strength))).toBe(true);
  });

  it("finds nothing in silence and in no window", () => {
    expect(findLongPeriods(silence(300), [2_000], 0)).toEqual([{ relativePeak: 0, candidates: [] }]);
    expect(findLongPeriods(silence(300), [], 1)).toEqual([]);
  });
});
