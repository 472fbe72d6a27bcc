import type { Token } from "@/scoring/features/answer-view";
import type { LanguagePack } from "@/scoring/language/language-pack";
import { copyDetector } from "@/scoring/language/relevance/copied-share";
import { referenceBaseline } from "@/scoring/language/relevance/reference-baseline";
import type { RelevanceMeasures } from "@/scoring/language/relevance/relevance-measures";
import { textTokens } from "@/scoring/language/relevance/text-tokens";
import { topicProfile, type TopicProfile } from "@/scoring/language/relevance/topic-profile";
import type { WordVectors } from "@/scoring/language/word-vectors";

/** Everything about a prompt that does not depend on the answer. */
export interface PromptTopic {
  readonly profile: TopicProfile;
  /** What any answer has in common with the prompt. */
  readonly baseline: RelevanceMeasures;
  /** Share of an answer's tokens that repeat the prompt word for word, 0..1. */
  readonly copiedShare: (tokens: readonly Token[]) => number;
}

/** Prompts that are remembered: many candidates answer the same few questions. */
const MAX_REMEMBERED = 64;

interface Remembered {
  readonly pack: LanguagePack;
  readonly topic: PromptTopic | null;
}

/** By vector table and prompt, oldest first. The same prompt gives the same topic: this changes only the time. */
const remembered = new WeakMap<WordVectors, Map<string, Remembered>>();

/** The topic of a prompt; null when it has no topic word that the vectors know. */
export function promptTopic(promptText: string, vectors: WordVectors, pack: LanguagePack): PromptTopic | null {
  const prompts = remembered.get(vectors) ?? new Map<string, Remembered>();
  const known = prompts.get(promptText);
  if (known?.pack === pack) return known.topic;
  const topic = workOutTopic(promptText, vectors, pack);
  const oldest = prompts.keys().next().value;
  if (prompts.size >= MAX_REMEMBERED && oldest !== undefined) prompts.delete(oldest);
  remembered.set(vectors, prompts.set(promptText, { pack, topic }));
  return topic;
}

function workOutTopic(promptText: string, vectors: WordVectors, pack: LanguagePack): PromptTopic | null {
  const profile = topicProfile(promptText, vectors, pack);
  if (profile === null) return null;
  const words = textTokens(promptText, pack).map((token) => token.text);
  return { profile, baseline: referenceBaseline(profile, vectors, pack), copiedShare: copyDetector(words) };
}
