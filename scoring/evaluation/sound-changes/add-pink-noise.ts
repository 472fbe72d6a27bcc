import { amplitudeOf } from "@/scoring/evaluation/sound-changes/spoken-answer";
import { seededRandom } from "@/scoring/fitting/seeded-random";

export interface NoiseOptions {
  /** Level of the speech (95th percentile of its frames, as the levels of a recording give it), dB. */
  readonly speechDb: number;
  /** Speech over noise, dB. */
  readonly snrDb: number;
  readonly seed: number;
}

/** The sound with steady pink noise over all of it, pauses too, whose RMS level lies `snrDb` below that of the speech. */
export function addPinkNoise(pcm: Float32Array, { speechDb, snrDb, seed }: NoiseOptions): Float32Array {
  const noise = pinkNoise(pcm.length, seed);
  const rms = Math.sqrt(noise.reduce((sum, sample) => sum + sample * sample, 0) / Math.max(1, noise.length));
  const factor = rms === 0 ? 0 : amplitudeOf(speechDb - snrDb) / rms;
  return pcm.map((sample, i) => sample + factor * (noise[i] ?? 0));
}

/** White noise through P. Kellet's three-pole filter: -3 dB an octave within .5 dB over the band of speech. */
function pinkNoise(length: number, seed: number): Float32Array {
  const random = seededRandom(seed);
  const pink = new Float32Array(length);
  let slow = 0;
  let middle = 0;
  let fast = 0;
  for (let i = 0; i < length; i++) {
    // The sum of four uniform numbers is near enough to a normal one for noise.
    const white = random() + random() + random() + random() - 2;
    slow = 0.99765 * slow + white * 0.099046;
    middle = 0.963 * middle + white * 0.2965164;
    fast = 0.57 * fast + white * 1.0526913;
    pink[i] = slow + middle + fast + white * 0.1848;
  }
  return pink;
}
