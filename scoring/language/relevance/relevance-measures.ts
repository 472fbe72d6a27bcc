import type { TopicProfile } from "@/scoring/language/relevance/topic-profile";
import type { TopicWord } from "@/scoring/language/relevance/topic-words";
import { add, cosine, dotProduct } from "@/scoring/language/relevance/vector-arithmetic";

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
  for (let c = 0; c < clusterCosines.length; c++) {
    const cluster = profile.clusters[c];
    if (cluster) clusterCosines[c] = dotProduct(cluster.vector, word.vector);
  }
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
  return meanOfBlocks(measureBlocks(words, profile));
}

/** r1 and r2 of one block of tokens, `[start, end)`. */
export interface BlockMeasures extends RelevanceMeasures {
  readonly start: number;
  readonly end: number;
}

/** Mean over the blocks; 0 where there are none. */
export function meanOfBlocks(blocks: readonly BlockMeasures[]): RelevanceMeasures {
  let r1 = 0;
  let r2 = 0;
  for (const block of blocks) {
    r1 += block.r1 / blocks.length;
    r2 += block.r2 / blocks.length;
  }
  return { r1, r2 };
}

/**
 * The measures block by block.
 *
 * @param known blocks of words that begin with the same `same` words as these: those that lie within them are taken over.
 */
export function measureBlocks(
  words: readonly (ProfiledWord | null)[],
  profile: TopicProfile,
  known: readonly BlockMeasures[] = [],
  same = 0,
): BlockMeasures[] {
  const blocks: BlockMeasures[] = [];
  const sum = new Float32Array(profile.vector.length);
  for (let start = 0; start < words.length;) {
    const rest = words.length - start - BLOCK_TOKENS;
    const end = rest < MIN_BLOCK_TOKENS ? words.length : start + BLOCK_TOKENS;
    const before = known[blocks.length];
    if (end <= same && before?.start === start && before.end === end) blocks.push(before);
    else {
      addUp(sum, words, start, end);
      const r1 = cosine(sum, profile.vector);
      blocks.push({ start, end, r1, r2: clusterCoverage(words, start, end, profile) });
    }
    start = end;
  }
  return blocks;
}

type ProfiledWords = readonly (ProfiledWord | null)[];

/** Leaves in `sum` the SIF vector of the words `[start, end)`. */
function addUp(sum: Float32Array, words: ProfiledWords, start: number, end: number): void {
  sum.fill(0);
  for (let at = start; at < end; at++) {
    const word = words[at];
    if (word) add(sum, word.weighted);
  }
}

function clusterCoverage(words: ProfiledWords, start: number, end: number, { clusters }: TopicProfile): number {
  const nearest = new Float32Array(clusters.length);
  for (let at = start; at < end; at++) {
    const word = words[at];
    if (!word) continue;
    for (let c = 0; c < nearest.length; c++) nearest[c] = Math.max(nearest[c] ?? 0, word.clusterCosines[c] ?? 0);
  }
  let touched = 0;
  let total = 0;
  for (let c = 0; c < clusters.length; c++) {
    const weight = clusters[c]?.weight ?? 0;
    touched += weight * (nearest[c] ?? 0);
    total += weight;
  }
  return total === 0 ? 0 : touched / total;
}
