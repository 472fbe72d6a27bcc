import { describe, expect, it } from "vitest";
import { measureIntensity } from "@/scoring/acoustics/kernels/praat-intensity";
import { goldenSignals } from "@/scoring/acoustics/testing/golden-signals";
import { praatGolden } from "@/scoring/acoustics/testing/praat-golden";

/** Praat counts from the hearing threshold, 2e-5 Pa. */
const PRAAT_REFERENCE_DB = 20 * Math.log10(1 / 2e-5);
describe("measureIntensity", () => {
  it.each(Object.entries(goldenSignals()))("measures %s as Praat does", (name, samples) => {
    const expected = praatGolden[name]?.intensityDb ?? [];
    const { levelDb } = measureIntensity(samples);
    expect(levelDb.length).toBe(expected.length);
    expect(expected.length).toBeGreaterThan(40);
    for (const [frame, praatDb] of expected.entries()) {
      if (praatDb < 0) continue; // digital silence: Praat's floor differs
      expect(Math.abs((levelDb[frame] ?? NaN) + PRAAT_REFERENCE_DB - praatDb)).toBeLessThan(0.0001);
    }
  });

  it("has no frame for less than a window of 128 ms", () => {
    expect(measureIntensity(new Float32Array(2_047)).levelDb.length).toBe(0);
    expect(measureIntensity(new Float32Array(2_048)).levelDb.length).toBe(1);
  });
});
