import { expect, test } from "vitest";
import { canResample, createResampler } from "@/lib/media/pcm/resample";
import { makeTone } from "@/lib/media/testing/make-wav";

const TO_HZ = 16_000;
const RATES_HZ = [8_000, 11_025, 22_050, 32_000, 44_100, 48_000, 96_000, 192_000];

function resample(samples: readonly number[], fromHz: number, blockSize = 1_000): Float32Array {
  const resampler = createResampler(fromHz, TO_HZ);
  const parts: Float32Array[] = [];
  for (let at = 0; at < samples.length; at += blockSize) {
    parts.push(resampler.push(Float64Array.from(samples.slice(at, at + blockSize))));
  }
  parts.push(resampler.finish());
  return Float32Array.from(parts.flatMap((part) => Array.from(part)));
}

/** Largest difference from the analytic sine, 20 ms away from both ends. */
function worstError(output: Float32Array, hz: number, amplitude: number): number {
  let worst = 0;
  for (let i = 320; i < output.length - 320; i++) {
    worst = Math.max(worst, Math.abs((output[i] ?? 0) - amplitude * Math.sin((2 * Math.PI * hz * i) / TO_HZ)));
  }
  return worst;
}

test.each(RATES_HZ)("a tone recorded at %i Hz comes out as the same tone, in time, at 16 kHz", (fromHz) => {
  for (const hz of [100, 1_000, 3_000]) {
    const output = resample(makeTone(hz, fromHz, 0.3), fromHz);
    expect(output.length).toBe(Math.round((Math.round(fromHz * 0.3) * TO_HZ) / fromHz));
    // .0015 of .5 is 0.026 dB of ripple or 0.17 degrees of phase.
    expect(worstError(output, hz, 0.5)).toBeLessThan(0.0015);
  }
});

test("the passband is flat to 0.1 dB up to 6.4 kHz", () => {
  for (const hz of [4_000, 5_500, 6_400]) {
    const output = resample(makeTone(hz, 48_000, 0.3), 48_000).slice(400, -400);
    const rms = Math.sqrt(output.reduce((sum, x) => sum + x * x, 0) / output.length);
    expect(Math.abs(20 * Math.log10(rms / (0.5 / Math.SQRT2)))).toBeLessThan(0.1);
  }
});

test("what lies above 9.6 kHz is rejected by 60 dB instead of folding back into speech", () => {
  for (const hz of [9_600, 12_000, 15_000, 20_000]) {
    const output = resample(makeTone(hz, 48_000, 0.3), 48_000).slice(400, -400);
    const peak = output.reduce((worst, x) => Math.max(worst, Math.abs(x)), 0);
    expect(20 * Math.log10(peak / 0.5)).toBeLessThan(-60);
  }
});

test("the block size does not change one sample", () => {
  const tone = makeTone(440, 44_100, 0.1);
  expect(resample(tone, 44_100, 7)).toEqual(resample(tone, 44_100, 100_000));
});

test("rates without a small common divisor are left to the library", () => {
  expect(RATES_HZ.every((rateHz) => canResample(rateHz, TO_HZ))).toBe(true);
  expect(canResample(44_101, TO_HZ)).toBe(false);
});
