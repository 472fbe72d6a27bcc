import fc from "fast-check";
import {
  join,
  mix,
  overTelephone,
  pinkNoise,
  scale,
  silence,
  sine,
  spokenLike,
  whiteNoise,
} from "@/scoring/acoustics/testing/synthetic-signals";

/** What a recording may hold before anything happens to it: 0 to about 5 s. */
const SOUNDS: readonly (readonly [string, (seed: number) => Float32Array])[] = [
  ["nothing", () => new Float32Array(0)],
  ["a moment", (seed) => whiteNoise(1 + (seed % 60), 0.1, seed)],
  ["speech", (seed) => spokenLike(3, seed).subarray(0, 64_000)],
  ["quiet speech", (seed) => spokenLike(3, seed, 0.001).subarray(0, 64_000)],
  ["noisy speech", (seed) => mix(spokenLike(3, seed).subarray(0, 64_000), pinkNoise(4_000, 0.1, seed))],
  ["noise", (seed) => whiteNoise(5_000, 0.2, seed)],
  ["silence", () => silence(5_000)],
  ["a tone", (seed) => sine(5_000, 60 + (seed % 900))],
];

/** What may happen to it on its way. */
const MISHAPS: readonly (readonly [string, (samples: Float32Array, seed: number) => Float32Array])[] = [
  ["nothing", (samples) => samples],
  ["NaN here and there", (samples, seed) => sprinkle(samples, NaN, 13 + (seed % 1_000))],
  ["nothing but NaN", (samples) => samples.map(() => NaN)],
  ["infinities", (samples, seed) => sprinkle(sprinkle(samples, Infinity, 101), -Infinity, 89 + (seed % 500))],
  ["denormal level", (samples) => scale(samples, 1e-40)],
  ["absurd level", (samples) => scale(samples, 1e30)],
  ["all zero", (samples) => samples.map(() => 0)],
  ["an offset", (samples) => samples.map((sample) => sample + 0.7)],
  ["an offset beyond full scale", (samples) => samples.map((sample) => sample - 40)],
  ["clipping at full scale", (samples) => samples.map((sample) => Math.max(-1, Math.min(1, 20 * sample)))],
  ["a telephone line", overTelephone],
  ["a single click", (samples, seed) => samples.map((sample, i) => (i === seed % 5_000 ? 1 : sample))],
  [
    "a mute in the middle",
    (samples) => samples.map((x, i) => (i > samples.length / 3 && i < samples.length / 2 ? 0 : x)),
  ],
  ["silence in front", (samples) => join(silence(1_000), samples)],
];

function sprinkle(samples: Float32Array, value: number, every: number): Float32Array {
  return samples.map((sample, i) => (i % every === 0 ? value : sample));
}

/** A recording that something happened to, with its story for the report of a failure. */
export interface OddRecording {
  readonly story: string;
  readonly samples: Float32Array;
}

/** Any sound after one or two mishaps. */
export const arbitraryOddRecording: fc.Arbitrary<OddRecording> = fc
  .record({
    sound: fc.constantFrom(...SOUNDS),
    mishaps: fc.array(fc.constantFrom(...MISHAPS), { minLength: 1, maxLength: 2 }),
    seed: fc.integer({ min: 1, max: 100_000 }),
  })
  .map(({ sound: [what, make], mishaps, seed }) => ({
    story: `${what} (${seed}) with ${mishaps.map(([name]) => name).join(" and ")}`,
    samples: mishaps.reduce((samples, [, damage]) => damage(samples, seed), make(seed)),
  }));
