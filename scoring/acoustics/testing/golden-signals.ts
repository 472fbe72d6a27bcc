import {
  as16Bit,
  fricative,
  harmonics,
  join,
  mix,
  pinkNoise,
  silence,
  syllables,
  vowel,
} from "@/scoring/acoustics/testing/synthetic-signals";

/** The signals that praat-golden.json was made from. Changing one means making the file anew. */
export function goldenSignals(): Record<string, Float32Array> {
  const signals = {
    glide: harmonics(1_500, (share) => 100 * 4 ** share, 1, 10),
    missingFundamental: harmonics(1_000, () => 110, 3, 9),
    highVoice: vowel(1_000, (share) => 480 + 90 * Math.sin(6 * share)),
    wordsWithPauses: join(
      silence(300),
      fricative(120, 0.03),
      syllables(4),
      silence(400),
      syllables(3, 0.2),
      fricative(150, 0.02, 7),
      silence(250),
    ),
    vowelInNoise: mix(
      join(
        silence(300),
        vowel(900, (share) => 130 - 30 * share, 0.3),
        silence(300),
      ),
      pinkNoise(1_500, 0.01, 3),
    ),
    creak: vowel(1_000, (share) => 95 - 30 * share),
  };
  return Object.fromEntries(Object.entries(signals).map(([name, signal]) => [name, as16Bit(signal)]));
}
