import type { TopicStretch } from "@/scoring/features/answer-view";

/** How far what is said at a token counts as an answer to the question, 0..1; 1 where the question is not known. */
export function topicCreditAt(token: number, topic: readonly TopicStretch[] | undefined): number {
  return topic === undefined ? 1 : (topic.find(({ end }) => token < end)?.credit ?? 0);
}

/** Tokens that count as an answer to the question: each as far as it does. All of them where the question is not known. */
export function creditedTokens(tokens: number, topic: readonly TopicStretch[] | undefined): number {
  return topic === undefined ? tokens : topic.reduce((sum, { start, end, credit }) => sum + credit * (end - start), 0);
}
