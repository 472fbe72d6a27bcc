import { isTopicWord } from "@/scoring/language/relevance/is-topic-word";
import type { LanguagePack } from "@/scoring/language/language-pack";
import { sifWeight } from "@/scoring/language/relevance/sif-weight";
import { textTokens } from "@/scoring/language/relevance/text-tokens";
import { addScaled } from "@/scoring/language/relevance/vector-arithmetic";
import type { WordVectors } from "@/scoring/language/word-vectors";

/** A word of the prompt with its meaning and how telling it is. */
export interface TopicCluster {
  readonly word: string;
  readonly vector: Float32Array;
  /** Inverse document frequency, -ln p(word). */
  readonly weight: number;
}

/** What an answer to a prompt is expected to be about (5.3 point 1). */
export interface TopicProfile {
  readonly vector: Float32Array;
  readonly clusters: readonly TopicCluster[];
}

/** Nearest words that widen a prompt's own (5.3), and the share they have in the profile beside the prompt's words. */
const EXPANSION_WORDS = 40;
const EXPANSION_SHARE = 0.5;

/**
 * The topic of a prompt: its content words and up to 40 words nearest to their sum. Null when the prompt has no
 * content word that the vectors know ("And then?").
 */
export function topicProfile(promptText: string, vectors: WordVectors, pack: LanguagePack): TopicProfile | null {
  const clusters = topicClusters(promptText, vectors, pack);
  if (clusters.length === 0) return null;
  const own = new Float32Array(vectors.dimensions);
  for (const cluster of clusters) addScaled(own, cluster.vector, sifWeight(cluster.word, vectors));
  const expansion = new Float32Array(vectors.dimensions);
  for (const word of vectors.nearest(own, EXPANSION_WORDS)) {
    const vector = vectors.vector(word);
    if (vector !== null) addScaled(expansion, vector, sifWeight(word, vectors));
  }
  const profile = unit(own);
  addScaled(profile, unit(expansion), EXPANSION_SHARE);
  return { vector: profile, clusters };
}

function topicClusters(promptText: string, vectors: WordVectors, pack: LanguagePack): TopicCluster[] {
  const words = new Set(textTokens(promptText, pack).map((token) => token.text));
  const clusters: TopicCluster[] = [];
  for (const word of words) {
    if (!isTopicWord(word, pack) || pack.promptFrameWords.has(word)) continue;
    const vector = vectors.vector(word);
    if (vector !== null) clusters.push({ word, vector, weight: -Math.log(vectors.probability(word)) });
  }
  return clusters;
}

function unit(vector: Float32Array): Float32Array {
  const length = Math.sqrt(vector.reduce((sum, component) => sum + component * component, 0));
  return length === 0 ? vector : vector.map((component) => component / length);
}
