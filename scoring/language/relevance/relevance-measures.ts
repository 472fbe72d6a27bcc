import type { TopicProfile } from "@/scoring/language/relevance/topic-profile";
import type { TopicWord } from "@/scoring/language/relevance/topic-words";
import { addScaled, cosine, dotProduct } from "@/scoring/language/relevance/vector-arithmetic";

const BLOCK_TOKENS = 50;
/** A last block shorter than this joins the one before. */
const MIN_BLOCK_TOKENS = 25;

/** What an answer has in common with a topic. */
export interface RelevanceMeasures {
  /** Mean over 50-token blocks of the cosine of the block's SIF vector with the profile, -1..1. */
  readonly r1: number;
  /** Mean over blocks of the idf-weighted closeness of each word of the prompt to the block's nearest word, 0..1. */
  readonly r2: number;
}

/** A word of the answer as one profile sees it. */
export interface ProfiledWord {
  readonly weighted: Float32Array;
  readonly clusterCosines: Float32Array;
}

/** How near a word is to each word of the prompt; computed once a word, used for every part of the answer. */
export function profileWord(word: TopicWord, profile: TopicProfile): ProfiledWord {
  const clusterCosines = new Float32Array(profile.clusters.length);
  for (const [c, cluster] of profile.clusters.entries()) clusterCosines[c] = dotProduct(cluster.vector, word.vector);
  return { weighted: word.weighted, clusterCosines };
}

/**
 * r1 and r2 of 5.3. r2 is taken by blocks, not over the whole answer: the nearest of many words is near by chance, so
 * that a long answer would look more relevant than a short one.
 *
 * @param words one entry a token, null for those without topic.
 */
export function measureRelevanceBlocks(
  words: readonly (ProfiledWord | null)[],
  profile: TopicProfile,
): RelevanceMeasures {
  let r1 = 0;
  let r2 = 0;
  const blocks = blocksOf(words);
  for (const block of blocks) {
    r1 += blockCosine(block, profile) / blocks.length;
    r2 += clusterCoverage(block, profile) / blocks.length;
  }
  return { r1, r2 };
}

function blocksOf(words: readonly (ProfiledWord | null)[]): (ProfiledWord | null)[][] {
  const blocks: (ProfiledWord | null)[][] = [];
  for (let start = 0; start < words.length;) {
    const rest = words.length - start - BLOCK_TOKENS;
    const end = rest < MIN_BLOCK_TOKENS ? words.length : start + BLOCK_TOKENS;
    blocks.push(words.slice(start, end));
    start = end;
  }
  return blocks;
}

function blockCosine(block: readonly (ProfiledWord | null)[], profile: TopicProfile): number {
  const sum = new Float32Array(profile.vector.length);
  for (const word of block) if (word !== null) addScaled(sum, word.weighted);
  return cosine(sum, profile.vector);
}

function clusterCoverage(block: readonly (ProfiledWord | null)[], profile: TopicProfile): number {
  const nearest = new Float32Array(profile.clusters.length);
  for (const word of block) {
    if (word === null) continue;
    for (let c = 0; c < nearest.length; c++) nearest[c] = Math.max(nearest[c] ?? 0, word.clusterCosines[c] ?? 0);
  }
  let touched = 0;
  let total = 0;
  for (const [c, cluster] of profile.clusters.entries()) {
    touched += cluster.weight * (nearest[c] ?? 0);
    total += cluster.weight;
  }
  return total === 0 ? 0 : touched / total;
}
