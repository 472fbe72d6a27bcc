import type { WordVectors } from "@/scoring/language/word-vectors";

/** The `a` of smooth inverse frequency (Arora, Liang, Ma 2017; scoring-science 5.3). */
const SIF_SMOOTHING = 1e-3;

/** Weight of a word in a sentence vector, 0..1: near 0 for "the", near 1 for a rare word. */
export function sifWeight(word: string, vectors: WordVectors): number {
  return SIF_SMOOTHING / (SIF_SMOOTHING + vectors.probability(word));
}
