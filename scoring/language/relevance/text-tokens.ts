import type { Token } from "@/scoring/features/answer-view";
import type { LanguagePack } from "@/scoring/language/language-pack";
import { splitWords } from "@/scoring/language/split-words";

/** Longest prompt that is read; what follows is ignored. */
const MAX_PROMPT_CHARACTERS = 2_000;

/** Tokens of a written text (a prompt), without times: repeats and "um" are kept, nobody spoke them. */
export function textTokens(text: string, pack: LanguagePack | null): Token[] {
  const entry = { text: text.slice(0, MAX_PROMPT_CHARACTERS), startMs: 0, endMs: 0, confidence: null };
  return splitWords([entry], pack).map((word) => ({
    text: word.text,
    mark: word.mark,
    startMs: 0,
    endMs: 0,
    endsClause: word.mark !== "",
  }));
}
