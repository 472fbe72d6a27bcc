import { describe, expect, it } from "vitest";
import { addPinkNoise } from "@/scoring/evaluation/sound-changes/add-pink-noise";
import { changeGain } from "@/scoring/evaluation/sound-changes/change-gain";
import { limitBand, TELEPHONE_BAND_HZ } from "@/scoring/evaluation/sound-changes/limit-band";
import { Fft } from "@/scoring/acoustics/kernels/fft";
import { rootMeanSquare, silence, sine } from "@/scoring/acoustics/testing/synthetic-signals";

const dB = (ratio: number): number => 20 * Math.log10(ratio);
const middle = (pcm: Float32Array): Float32Array => pcm.subarray(4_000, pcm.length - 4_000);

describe("changeGain", () => {
  it.each([-12, 6])("by %f dB changes the level by as much, also beyond full scale", (gainDb) => {
    const tone = sine(500, 200, 0.9);
    expect(dB(rootMeanSquare(changeGain(tone, gainDb)) / rootMeanSquare(tone))).toBeCloseTo(gainDb, 4);
  });
});

describe("limitBand", () => {
  it.each([500, 1_000, 2_000, 3_000])("passes %i Hz sample by sample, without delay", (hz) => {
    const tone = sine(1_000, hz);
    const passed = middle(limitBand(tone, TELEPHONE_BAND_HZ));
    const difference = middle(tone).map((sample, i) => sample - (passed[i] ?? 0));
    expect(rootMeanSquare(difference) / rootMeanSquare(tone)).toBeLessThan(0.01);
  });

  it.each([100, 150, 4_000, 6_000])("takes %i Hz down by more than 45 dB", (hz) => {
    const tone = sine(1_000, hz);
    expect(dB(rootMeanSquare(middle(limitBand(tone, TELEPHONE_BAND_HZ))) / rootMeanSquare(tone))).toBeLessThan(-45);
  });
});

describe("addPinkNoise", () => {
  const options = { speechDb: -20, snrDb: 15, seed: 3 };

  it("lies the signal-to-noise ratio below the speech", () => {
    expect(dB(rootMeanSquare(addPinkNoise(silence(5_000), options)))).toBeCloseTo(-35, 3);
  });

  it("is the same for the same seed and another for another", () => {
    const noise = addPinkNoise(silence(100), options);
    expect(addPinkNoise(silence(100), options)).toEqual(noise);
    expect(addPinkNoise(silence(100), { ...options, seed: 4 })).not.toEqual(noise);
  });

  it("falls by about 3 dB an octave", () => {
    const noise = addPinkNoise(silence(20_000), options);
    const [low, high] = [bandPower(noise, 200, 400), bandPower(noise, 1_600, 3_200)];
    // Pink noise has equal power in every octave.
    expect(Math.abs(10 * Math.log10(low / high))).toBeLessThan(1);
  });
});

function bandPower(pcm: Float32Array, fromHz: number, toHz: number): number {
  const fft = new Fft(1_024);
  let power = 0;
  for (let at = 0; at + 1_024 <= pcm.length; at += 1_024) {
    const re = Float64Array.from(pcm.subarray(at, at + 1_024));
    const im = new Float64Array(1_024);
    fft.transform(re, im);
    for (let k = 0; k < 512; k++) {
      const hz = (k * 16_000) / 1_024;
      if (hz >= fromHz && hz < toHz) power += (re[k] ?? 0) ** 2 + (im[k] ?? 0) ** 2;
    }
  }
  return power;
}
