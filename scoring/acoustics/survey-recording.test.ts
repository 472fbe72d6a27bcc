import { describe, expect, it } from "vitest";
import { wasmKernels } from "@/scoring/acoustics/kernels/wasm-kernels";
import { surveyRecording, type SurveyedRecording } from "@/scoring/acoustics/survey-recording";

function survey(pcm: Float32Array): SurveyedRecording {
  return surveyRecording(pcm, wasmKernels());
}

describe("surveyRecording", () => {
  it("counts samples beyond .999 as clipped", () => {
    expect(survey(Float32Array.of(0, 1, -1, 0.998)).clippedShare).toBe(0.5);
    expect(survey(new Float32Array(0)).clippedShare).toBe(0);
  });

  it("measures the largest deviation from the mean, not from zero", () => {
    expect(survey(Float32Array.of(0.5, 0.5, 0.5, 0.9)).largestDeviation).toBeCloseTo(0.3, 6);
  });

  it("counts what is no number as silence and cuts what is no sound, in a copy", () => {
    const pcm = Float32Array.of(NaN, Infinity, -Infinity, 5_000, 0.25);
    const found = survey(pcm);
    expect([...found.samples]).toEqual([0, 0, 0, 1_000, 0.25]);
    expect(found.clippedShare).toBeCloseTo(0.2, 6);
    expect(pcm[0]).toBeNaN();
  });

  it("hands back the caller's array when there is nothing to clean", () => {
    const pcm = Float32Array.of(0.1, -0.2);
    expect(survey(pcm).samples).toBe(pcm);
  });
});
