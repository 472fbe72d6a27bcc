import type { Token } from "@/scoring/features/answer-view";
import { defineTokenColumn } from "@/scoring/language/token-column";

/** Single words recur in every answer to a prompt; three in a row are a quotation. */
const RUN_WORDS = 3;

const inVocabulary = defineTokenColumn((token, vocabulary: ReadonlySet<string>) => vocabulary.has(token.text));

/** Finds how much of an answer repeats the prompt word for word. */
export function copyDetector(promptWords: readonly string[]): (tokens: readonly Token[]) => number {
  const length = Math.min(RUN_WORDS, promptWords.length);
  const vocabulary = new Set(promptWords);
  const runs = new Set(promptWords.map((_, at) => promptWords.slice(at, at + length).join(" ")));
  return (tokens) => {
    if (length === 0 || tokens.length === 0) return 0;
    const copied = new Uint8Array(tokens.length);
    const isKnown = inVocabulary(tokens, vocabulary);
    for (let at = 0; at + length <= tokens.length; at++) {
      if (!isKnown[at] || !isKnown[at + length - 1]) continue;
      const run = tokens.slice(at, at + length).map((token) => token.text);
      if (runs.has(run.join(" "))) copied.fill(1, at, at + length);
    }
    let count = 0;
    for (let at = 0; at < copied.length; at++) count += copied[at] ?? 0;
    return count / tokens.length;
  };
}
