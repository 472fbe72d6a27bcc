import { SAMPLE_RATE_HZ } from "@/scoring/acoustics/acoustic-artifacts";
import { amplitudeOf, sampleAt } from "@/scoring/evaluation/sound-changes/spoken-answer";

/** Formants and bandwidths of a neutral vowel in a 17.5 cm tract (Fant 1960), Hz. */
const FORMANTS = [
  [500, 80],
  [1_500, 110],
  [2_500, 160],
] as const;
/** Rise and fall at the ends. */
const EDGE_MS = 40;

export interface HeldVowel {
  readonly durationMs: number;
  readonly f0Hz: number;
  /** RMS of the steady part, dB relative to full scale. */
  readonly levelDb: number;
}

/** A held neutral vowel on one pitch, as in "uh": a pulse a period through three resonances. */
export function heldVowel({ durationMs, f0Hz, levelDb }: HeldVowel): Float32Array {
  let wave: Float32Array = new Float32Array(sampleAt(durationMs));
  let phase = 1;
  for (let i = 0; i < wave.length; i++) {
    if (phase >= 1) {
      wave[i] = 1;
      phase -= 1;
    }
    phase += f0Hz / SAMPLE_RATE_HZ;
  }
  for (const [hz, bandwidthHz] of FORMANTS) wave = resonate(wave, hz, bandwidthHz);
  const rms = Math.sqrt(wave.reduce((sum, sample) => sum + sample * sample, 0) / Math.max(1, wave.length));
  const factor = rms === 0 ? 0 : amplitudeOf(levelDb) / rms;
  const edge = sampleAt(EDGE_MS);
  return wave.map((sample, i) => sample * factor * Math.min(1, (i + 1) / edge, (wave.length - i) / edge));
}

/** Two-pole resonator (Klatt 1980). */
function resonate(input: Float32Array, hz: number, bandwidthHz: number): Float32Array {
  const radius = Math.exp((-Math.PI * bandwidthHz) / SAMPLE_RATE_HZ);
  const a1 = 2 * radius * Math.cos((2 * Math.PI * hz) / SAMPLE_RATE_HZ);
  const a2 = -radius * radius;
  let y1 = 0;
  let y2 = 0;
  return input.map((x) => {
    const y = x + a1 * y1 + a2 * y2;
    y2 = y1;
    y1 = y;
    return y;
  });
}
