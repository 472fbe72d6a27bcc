import { describe, expect, it } from "vitest";
import { analyseAcoustics } from "@/scoring/acoustics/analyse-acoustics";
import { join, rootMeanSquare, silence, sine, syllables, vowel } from "@/scoring/acoustics/testing/synthetic-signals";
import { resampleByRatio } from "@/scoring/evaluation/sound-changes/resample-by-ratio";
import { shiftPitch, vocodeThereAndBack } from "@/scoring/evaluation/sound-changes/shift-pitch";
import { stretchTime } from "@/scoring/evaluation/sound-changes/stretch-time";
import { median } from "@/scoring/features/view/median";

const medianF0 = (pcm: Float32Array): number => median(analyseAcoustics(pcm).frames.f0Hz.filter((hz) => hz > 0)) ?? NaN;

describe("resampleByRatio", () => {
  it("plays a tone higher by the ratio", () => {
    const played = resampleByRatio(sine(1_000, 400), 1.25, 12_000);
    const expected = sine(750, 500);
    const difference = played.map((sample, i) => sample - (expected[i] ?? 0)).subarray(500, 11_500);
    expect(rootMeanSquare(difference)).toBeLessThan(0.002);
  });

  it("leaves nothing of what would fold back", () => {
    const played = resampleByRatio(sine(1_000, 7_500), 1.2, 13_000).subarray(500, 12_500);
    expect(rootMeanSquare(played)).toBeLessThan(0.01);
  });
});

describe("stretchTime", () => {
  it("leaves a sound as it is at a factor of one", () => {
    const voice = join(silence(200), syllables(6), silence(200));
    const same = stretchTime(voice, 1);
    const difference = same.map((sample, i) => sample - (voice[i] ?? 0)).subarray(600, same.length - 600);
    expect(rootMeanSquare(difference) / rootMeanSquare(voice)).toBeLessThan(0.001);
  });

  it("makes a tone longer at the same pitch and level", () => {
    const long = stretchTime(sine(1_000, 440), 1.5);
    expect(long.length).toBe(24_000);
    const inner = long.subarray(2_000, 22_000);
    expect(rootMeanSquare(inner)).toBeCloseTo(rootMeanSquare(sine(1_000, 440)), 1);
    expect(zeroCrossings(inner)).toBeCloseTo((2 * 440 * inner.length) / 16_000, -1);
  });
});

describe("shiftPitch", () => {
  it.each([3, -3])("moves the pitch of a voice by %i semitones", (semitones) => {
    const voice = vowel(2_000, (share) => 150 + 20 * Math.sin(9 * share));
    expect(12 * Math.log2(medianF0(shiftPitch(voice, semitones)) / medianF0(voice))).toBeCloseTo(semitones, 1);
  });

  it.each([3, -3])("keeps the times of syllables and pauses at %i semitones", (semitones) => {
    const voice = join(silence(700), syllables(5), silence(600), syllables(7), silence(500));
    const [before, after] = [analyseAcoustics(voice), analyseAcoustics(shiftPitch(voice, semitones))];
    expect(after.durationMs).toBe(before.durationMs);
    expect(after.runs.length).toBe(before.runs.length);
    for (const [i, run] of before.runs.entries()) {
      expect(Math.abs((after.runs[i]?.startMs ?? NaN) - run.startMs)).toBeLessThan(50);
      expect(Math.abs((after.runs[i]?.endMs ?? NaN) - run.endMs)).toBeLessThan(50);
    }
  });
});

describe("vocodeThereAndBack", () => {
  it("keeps length, pitch and level", () => {
    const voice = vowel(2_000, () => 170);
    const again = vocodeThereAndBack(voice);
    expect(again.length).toBe(voice.length);
    expect(medianF0(again)).toBeCloseTo(medianF0(voice), 0);
    expect(Math.abs(20 * Math.log10(rootMeanSquare(again) / rootMeanSquare(voice)))).toBeLessThan(1);
  });
});

function zeroCrossings(pcm: Float32Array): number {
  return pcm.filter((sample, i) => sample >= 0 !== (pcm[i - 1] ?? sample) >= 0).length;
}
