import { Fft } from "@/scoring/acoustics/kernels/fft";

/** Spectra in and out: one window of sound to its magnitudes and phases, and back. */
export interface SpectrumFrames {
  /** Window length, samples. */
  readonly length: number;
  /** Spectrum of the windowed sound around sample `centre`, as real and imaginary parts of bins 0..length/2. */
  analyse(pcm: Float32Array, centre: number, re: Float64Array, im: Float64Array): void;
  /** Adds the windowed sound of a spectrum around sample `centre`. */
  overlapAdd(re: Float64Array, im: Float64Array, out: Float64Array, centre: number): void;
  /** What overlapAdd adds for a spectrum that was only windowed: the window squared, at `centre`. */
  addWeight(weights: Float64Array, centre: number): void;
}

/** Windowed transforms with a periodic Hann window on both sides. */
export function spectrumFrames(length: number): SpectrumFrames {
  const fft = new Fft(length);
  const window = Float64Array.from({ length }, (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * i) / length));
  const re = new Float64Array(length);
  const im = new Float64Array(length);
  const half = length / 2;
  // `?? 0`: samples before the first and after the last are silence; other indices are in range.
  return {
    length,
    analyse(pcm, centre, outRe, outIm) {
      for (let i = 0; i < length; i++) re[i] = (pcm[centre - half + i] ?? 0) * (window[i] ?? 0);
      im.fill(0);
      fft.transform(re, im);
      outRe.set(re.subarray(0, half + 1));
      outIm.set(im.subarray(0, half + 1));
    },
    overlapAdd(inRe, inIm, out, centre) {
      mirrorConjugate(inRe, inIm, re, im);
      // A forward transform of the conjugate is the conjugate of the inverse one times its length.
      fft.transform(re, im);
      for (let i = 0; i < length; i++) {
        const at = centre - half + i;
        if (at >= 0 && at < out.length) out[at] = (out[at] ?? 0) + ((re[i] ?? 0) / length) * (window[i] ?? 0);
      }
    },
    addWeight(weights, centre) {
      for (let i = 0; i < length; i++) {
        const at = centre - half + i;
        if (at >= 0 && at < weights.length) weights[at] = (weights[at] ?? 0) + (window[i] ?? 0) ** 2;
      }
    },
  };
}

/** The full conjugate spectrum of real sound from its lower half. */
function mirrorConjugate(halfRe: Float64Array, halfIm: Float64Array, re: Float64Array, im: Float64Array): void {
  const half = halfRe.length - 1;
  for (let k = 0; k <= half; k++) {
    re[k] = halfRe[k] ?? 0;
    im[k] = -(halfIm[k] ?? 0);
    if (k > 0 && k < half) {
      re[2 * half - k] = halfRe[k] ?? 0;
      im[2 * half - k] = halfIm[k] ?? 0;
    }
  }
}
