import { describe, expect, it } from "vitest";
import { Fft } from "@/scoring/acoustics/kernels/fft";
import { whiteNoise } from "@/scoring/acoustics/testing/synthetic-signals";

/** The definition, one sum a bin. */
function slowTransform(re: Float64Array, im: Float64Array): { re: number[]; im: number[] } {
  const n = re.length;
  const out = { re: [] as number[], im: [] as number[] };
  for (let k = 0; k < n; k++) {
    let sumRe = 0;
    let sumIm = 0;
    for (let i = 0; i < n; i++) {
      const angle = (-2 * Math.PI * k * i) / n;
      const a = re[i] ?? 0;
      const b = im[i] ?? 0;
      sumRe += a * Math.cos(angle) - b * Math.sin(angle);
      sumIm += a * Math.sin(angle) + b * Math.cos(angle);
    }
    out.re.push(sumRe);
    out.im.push(sumIm);
  }
  return out;
}

describe("Fft", () => {
  it.each([4, 8, 32, 64, 512])("equals the definition at length %i", (length) => {
    const noise = whiteNoise(100, 1);
    const re = Float64Array.from(noise.subarray(0, length));
    const im = Float64Array.from(noise.subarray(length, 2 * length));
    const expected = slowTransform(re, im);
    new Fft(length).transform(re, im);
    for (let k = 0; k < length; k++) {
      expect(re[k]).toBeCloseTo(expected.re[k] ?? NaN, 9);
      expect(im[k]).toBeCloseTo(expected.im[k] ?? NaN, 9);
    }
  });

  it.each([0, 2, 3, 1000])("refuses length %i", (length) => {
    expect(() => new Fft(length)).toThrow(RangeError);
  });
});
