import { as16Bit } from "@/scoring/acoustics/testing/synthetic-signals";

/**
 * The rates of old sound cards, broadcast, discs and video. Not 8 kHz: there Praat takes another path, which puts every
 * second result on an input sample, a quarter of a sample from where its time axis has it.
 */
export const RESAMPLED_RATES_HZ = [11_025, 22_050, 24_000, 32_000, 44_100, 48_000] as const;
/** A whole number of samples at every rate, and of results. */
const DURATION_S = 0.04;
/** Share of the lower rate's half up to which the tones reach: beyond it filters differ by design. */
const HIGHEST_SHARE = 0.85;
const TONES = 6;

/** Tones at odd distances up to near the band's edge. Changing them means making praat-resampled.json anew. */
export function tonesAt(rateHz: number, highestHz = HIGHEST_SHARE * Math.min(8_000, rateHz / 2)): Float32Array {
  return as16Bit(
    new Float32Array(Math.round(DURATION_S * rateHz)).map((_, i) => {
      let sum = 0;
      for (let k = 1; k <= TONES; k++) {
        sum += 0.15 * Math.sin(2 * Math.PI * highestHz * (k / TONES) ** 1.5 * ((i + 0.5) / rateHz) + k);
      }
      return sum;
    }),
  );
}
