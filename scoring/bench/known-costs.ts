/** Where the time of a row goes, by the beginning of its name: printed where the row misses its target. */
const KNOWN_COSTS: readonly (readonly [prefix: string, cost: string])[] = [
  [
    "decode.",
    "Strangers' files are decoded in a process of their own (docs/decisions/0004), so that 15 MB of samples come back " +
      "through a pipe; the decoding itself is the same library as ffmpeg's.",
  ],
  [
    "acoustics.",
    "Besides F0 (the row `f0`) the pass measures levels, intensity, bands, spectral change, syllable nuclei and hesitations.",
  ],
  ["score.", "Every feature is measured once for the whole answer and once without each block (the jackknife)."],
  ["rescore.3000.model", "Reading the tables is about 7 %; the rest is the row `score.from_artifacts`, 3,000 times."],
  [
    "alignment.",
    "One Viterbi search over the whole recording, single-threaded; four fifths of it are the densities of the acoustic " +
      "model. Parts cut at long pauses and aligned side by side lost words in noise, and narrower beams failed on " +
      "children's speech.",
  ],
  [
    "post.",
    "Decoding and acoustics (rows above) are most of it; the rest is receiving and hashing the file, the queue, five " +
      "transactions and reading the result back.",
  ],
];

/** Null for a row of which nothing is known. */
export function knownCost(name: string): string | null {
  return KNOWN_COSTS.find(([prefix]) => name.startsWith(prefix))?.[1] ?? null;
}
