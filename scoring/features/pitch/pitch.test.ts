import { describe, expect, it } from "vitest";
import { pitchDrift } from "@/scoring/features/pitch/pitch-drift";
import { pitchRange } from "@/scoring/features/pitch/pitch-range";
import { measure, times } from "@/scoring/testing/measure-feature";

const TEN_SECONDS = times(10, "lake");
const SECOND = { wordMs: 1_000 };

/** F0 that stands the given number of semitones above 120 Hz. */
function above(semitones: number): number {
  return 120 * 2 ** (semitones / 12);
}

describe("pitch range", () => {
  it("is the distance of the 90th from the 10th percentile in semitones", () => {
    // Steps of one second: -4, -3, ... +5 semitones; the deciles are 8 steps apart.
    const f0Hz = (timeMs: number) => above(Math.floor(timeMs / 1_000) - 4);
    expect(measure(pitchRange, TEN_SECONDS, { ...SECOND, f0Hz })).toBeCloseTo(8, 6);
  });

  it("is 0 for one pitch throughout, high or low", () => {
    expect(measure(pitchRange, TEN_SECONDS, { ...SECOND, f0Hz: 90 })).toBe(0);
    expect(measure(pitchRange, TEN_SECONDS, { ...SECOND, f0Hz: 280 })).toBe(0);
  });

  it("leaves out octave errors, far-off frames and specks of voice", () => {
    const octaveUp = (timeMs: number) => (timeMs % 1_000 < 300 ? 240 : 120);
    expect(measure(pitchRange, TEN_SECONDS, { ...SECOND, f0Hz: octaveUp })).toBe(0);
    // 8 semitones is within 9 of the median, but a jump of more than 7 from the neighbours.
    const jump = (timeMs: number) => (timeMs % 1_000 < 300 ? above(8) : 120);
    expect(measure(pitchRange, TEN_SECONDS, { ...SECOND, f0Hz: jump })).toBe(0);
    // Stretches of three frames, each between gaps.
    const specks = (timeMs: number) => (timeMs % 1_000 < 600 ? 120 : timeMs % 60 < 30 ? above(5) : NaN);
    expect(measure(pitchRange, TEN_SECONDS, { ...SECOND, f0Hz: specks })).toBe(0);
  });

  it("has no value without half a second of voice, or in a tone language", () => {
    expect(measure(pitchRange, TEN_SECONDS, { ...SECOND, f0Hz: NaN })).toBe("too_little_voicing");
    expect(measure(pitchRange, TEN_SECONDS, { ...SECOND, f0Hz: (t) => (t < 490 ? 120 : NaN) })).toBe(
      "too_little_voicing",
    );
    expect(measure(pitchRange, TEN_SECONDS, { ...SECOND, language: "zh" })).toBe("tone_language");
  });
});

describe("pitch drift", () => {
  it("is the distance between the medians of the outer thirds, without direction", () => {
    const rising = (timeMs: number) => (timeMs < 6_000 ? 120 : above(3));
    const falling = (timeMs: number) => (timeMs < 6_000 ? above(3) : 120);
    expect(measure(pitchDrift, TEN_SECONDS, { ...SECOND, f0Hz: rising })).toBeCloseTo(3, 6);
    expect(measure(pitchDrift, TEN_SECONDS, { ...SECOND, f0Hz: falling })).toBeCloseTo(3, 6);
  });

  it("needs two seconds of voice in each outer third, and is not measured in a tone language", () => {
    const late = (timeMs: number) => (timeMs < 2_000 ? NaN : 120);
    expect(measure(pitchDrift, TEN_SECONDS, { ...SECOND, f0Hz: late })).toBe("too_little_voicing");
    expect(measure(pitchDrift, TEN_SECONDS, { ...SECOND, language: "vi" })).toBe("tone_language");
  });
});
