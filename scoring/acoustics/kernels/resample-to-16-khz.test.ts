import { describe, expect, it } from "vitest";
import { z } from "zod";
import { wasmKernels } from "@/scoring/acoustics/kernels/wasm-kernels";
import golden from "@/scoring/acoustics/testing/praat-resampled.json";
import { RESAMPLED_RATES_HZ, tonesAt } from "@/scoring/acoustics/testing/resample-signals";
import { rootMeanSquare, silence } from "@/scoring/acoustics/testing/synthetic-signals";

const { resampleTo16Khz } = wasmKernels();
/** Made by scripts/make-resample-golden.mjs. */
const praat = z.object({ resampled: z.record(z.string(), z.array(z.number())) }).parse(golden).resampled;
/** Results that see the recording's ends: both filters are about so long, at 8 kHz twice. */
const EDGE = 100;

describe("resampleTo16Khz", () => {
  it.each(RESAMPLED_RATES_HZ)("resamples tones at %i Hz as Praat does, ends and band edge aside", (rateHz) => {
    const expected = praat[rateHz] ?? [];
    const found = resampleTo16Khz(tonesAt(rateHz), rateHz);
    expect(found.length).toBe(expected.length);
    for (let i = EDGE; i < found.length - EDGE; i++) {
      expect(Math.abs((found[i] ?? NaN) - (expected[i] ?? NaN)), `sample ${i}`).toBeLessThan(0.001);
    }
  });

  it("gives telephone speech the samples between", () => {
    const HIGHEST_HZ = 3_400;
    const found = resampleTo16Khz(tonesAt(8_000, HIGHEST_HZ), 8_000);
    const expected = tonesAt(16_000, HIGHEST_HZ);
    expect(found.length).toBe(expected.length);
    for (let i = EDGE; i < found.length - EDGE; i++) {
      expect(Math.abs((found[i] ?? NaN) - (expected[i] ?? NaN)), `sample ${i}`).toBeLessThan(0.0001);
    }
  });

  it.each([22_050, 44_100, 48_000, 96_000])("keeps what is beyond 8 kHz at %i Hz 80 dB down", (rateHz) => {
    const tone = new Float32Array(rateHz).map((_, i) => Math.sin((2 * Math.PI * 8_100 * i) / rateHz));
    expect(rootMeanSquare(resampleTo16Khz(tone, rateHz).subarray(EDGE, -EDGE))).toBeLessThan(1e-4 * Math.SQRT1_2);
  });

  it("keeps a constant, in long recordings of several blocks too", () => {
    const found = resampleTo16Khz(new Float32Array(3 * 44_100 + 7).fill(0.25), 44_100);
    expect(found.length).toBe(48_003);
    for (const sample of found.subarray(EDGE, -EDGE)) expect(Math.abs(sample - 0.25)).toBeLessThan(1e-6);
  });

  it("gives the recording itself at 16 kHz, and nothing for nothing", () => {
    const samples = silence(10);
    expect(resampleTo16Khz(samples, 16_000)).toBe(samples);
    expect(resampleTo16Khz(new Float32Array(0), 48_000).length).toBe(0);
    expect(resampleTo16Khz(new Float32Array([0.5]), 48_000).length).toBe(0);
    expect([...resampleTo16Khz(new Float32Array([0.5]), 8_000)].every(Number.isFinite)).toBe(true);
  });

  it.each([44_099, 0, -8_000, 22_050.5, NaN, Infinity])("refuses %d Hz and says which rates it takes", (rateHz) => {
    expect(() => resampleTo16Khz(silence(10), rateHz)).toThrow(/44\.1/);
  });
});
