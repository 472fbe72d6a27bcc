import type { RelevanceView, Token, TopicStretch } from "@/scoring/features/answer-view";
import type { LanguagePack } from "@/scoring/language/language-pack";
import { promptTopic } from "@/scoring/language/relevance/prompt-topic";
import {
  FULL_TOPIC_CREDIT,
  MIN_RELEVANCE_TOKENS,
  RELEVANCE_FLOOR,
  RELEVANCE_INTERCEPT,
  RELEVANCE_SD,
  RELEVANCE_SLOPE,
} from "@/scoring/language/relevance/relevance-constants";
import {
  measureBlocks,
  profileWord,
  type ProfiledWord,
  type RelevanceMeasures,
} from "@/scoring/language/relevance/relevance-measures";
import { topicWords } from "@/scoring/language/relevance/topic-words";
import { cutOf } from "@/scoring/language/token-cut";
import { defineTokenColumn } from "@/scoring/language/token-column";
import type { WordVectors } from "@/scoring/language/word-vectors";

const profiledWords = defineTokenColumn((token, profiled: ReadonlyMap<string, ProfiledWord>) => {
  return profiled.get(token.text) ?? null;
});

/** Judges the answer it was prepared for, or any part of it that is left; null below 30 tokens. */
export type RelevanceJudge = (kept: readonly Token[]) => RelevanceView | null;

/**
 * Prepares the relevance of an answer to its prompt (5.3), once an answer: topic profile, baseline and word vectors.
 * The judge then costs about 0.1 ms for any kept part of the answer.
 *
 * @param names words not to look at (`findNames`).
 * @returns null when the prompt has no topic word that the vectors know.
 */
export function prepareRelevance(
  promptText: string,
  tokens: readonly Token[],
  vectors: WordVectors,
  pack: LanguagePack,
  names: ReadonlySet<string> = new Set(),
): RelevanceJudge | null {
  const topic = promptTopic(promptText, vectors, pack);
  if (topic === null) return null;
  const { profile, baseline, copiedShare } = topic;
  const profiled = new Map<string, ProfiledWord>();
  for (const [text, word] of topicWords(tokens, vectors, pack, names)) profiled.set(text, profileWord(word, profile));
  const ofWhole = measureBlocks(profiledWords(tokens, profiled), profile);
  return (kept) => {
    if (kept.length < MIN_RELEVANCE_TOKENS) return null;
    const cut = cutOf(kept);
    const same = kept === tokens ? tokens.length : cut?.whole === tokens ? cut.first : 0;
    const blocks = measureBlocks(profiledWords(kept, profiled), profile, ofWhole, same);
    let score = 0;
    const stretches = blocks.map((block): TopicStretch => {
      const ofBlock = relevanceScore(block, baseline);
      score += ofBlock / blocks.length;
      return { start: block.start, end: block.end, credit: topicCredit(ofBlock) };
    });
    return { score, copiedShare: copiedShare(kept), stretches };
  };
}

/** How far a stretch of that relevance counts as an answer to the question, 0..1: linear from the floor up. */
export function topicCredit(relevance: number): number {
  return Math.min(1, Math.max(0, (relevance - RELEVANCE_FLOOR) / (FULL_TOPIC_CREDIT - RELEVANCE_FLOOR)));
}

/** REL of 5.3 before labels exist, of one block: sigmoid of the mean z-score against mismatched pairs. 0..1. */
export function relevanceScore(measures: RelevanceMeasures, baseline: RelevanceMeasures): number {
  const z1 = (measures.r1 - baseline.r1) / RELEVANCE_SD.r1;
  const z2 = (measures.r2 - baseline.r2) / RELEVANCE_SD.r2;
  return 1 / (1 + Math.exp(-((RELEVANCE_SLOPE * (z1 + z2)) / 2 + RELEVANCE_INTERCEPT)));
}
