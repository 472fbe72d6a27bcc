import { describe, expect, it } from "vitest";
import { surveySamples } from "@/scoring/acoustics/survey-samples";

describe("surveySamples", () => {
  it("counts samples beyond .999 as clipped", () => {
    expect(surveySamples(Float32Array.of(0, 1, -1, 0.998)).clippedShare).toBe(0.5);
    expect(surveySamples(new Float32Array(0)).clippedShare).toBe(0);
  });

  it("measures the largest deviation from the mean, not from zero", () => {
    expect(surveySamples(Float32Array.of(0.5, 0.5, 0.5, 0.9)).largestDeviation).toBeCloseTo(0.3, 6);
  });

  it("counts what is no number as silence and cuts what is no sound, in a copy", () => {
    const pcm = Float32Array.of(NaN, Infinity, -Infinity, 5_000, 0.25);
    const survey = surveySamples(pcm);
    expect([...survey.samples]).toEqual([0, 0, 0, 1_000, 0.25]);
    expect(survey.clippedShare).toBeCloseTo(0.2, 6);
    expect(pcm[0]).toBeNaN();
  });

  it("hands back the caller's array when there is nothing to clean", () => {
    const pcm = Float32Array.of(0.1, -0.2);
    expect(surveySamples(pcm).samples).toBe(pcm);
  });
});
