import { SAMPLE_RATE_HZ } from "@/scoring/acoustics/acoustic-artifacts";

/** Odd, so that the delay is a whole number of samples: 25 ms, transitions of about 130 Hz. */
const TAPS = 401;

/** The pass band of a telephone line (ITU-T G.712), Hz. */
export const TELEPHONE_BAND_HZ = { low: 300, high: 3_400 } as const;

/**
 * Only what lies between two frequencies, through a linear-phase filter (difference of two Hamming-windowed sincs, over
 * 50 dB of attenuation) whose delay is taken out: nothing moves in time.
 */
export function limitBand(pcm: Float32Array, { low, high }: { low: number; high: number }): Float32Array {
  const filter = bandPass(low / SAMPLE_RATE_HZ, high / SAMPLE_RATE_HZ);
  const delay = (TAPS - 1) / 2;
  const out = new Float32Array(pcm.length);
  for (let n = 0; n < pcm.length; n++) {
    const first = Math.max(0, n - delay);
    const last = Math.min(pcm.length - 1, n + delay);
    let sum = 0;
    // `?? 0`: both indices are in range.
    for (let m = first; m <= last; m++) sum += (pcm[m] ?? 0) * (filter[m - n + delay] ?? 0);
    out[n] = sum;
  }
  return out;
}

/** Edges as a share of the sampling rate. */
function bandPass(low: number, high: number): Float64Array {
  return Float64Array.from({ length: TAPS }, (_, i) => {
    const distance = i - (TAPS - 1) / 2;
    const hamming = 0.54 - 0.46 * Math.cos((2 * Math.PI * i) / (TAPS - 1));
    return hamming * (lowPass(distance, high) - lowPass(distance, low));
  });
}

function lowPass(distance: number, edge: number): number {
  return distance === 0 ? 2 * edge : Math.sin(2 * Math.PI * edge * distance) / (Math.PI * distance);
}
