import type { Occurrence, Token } from "@/scoring/features/answer-view";
import { findRepairs } from "@/scoring/language/find-repairs";
import type { LanguagePack } from "@/scoring/language/language-pack";
import { splitWords, type SpokenWord } from "@/scoring/language/split-words";
import type { TimedWord } from "@/scoring/transcripts/words";

export interface TokenisedAnswer {
  /** Every word said, fillers and repeats too. */
  readonly spoken: readonly SpokenWord[];
  /** Content tokens of 2.5: no fillers, no immediate repeats. */
  readonly tokens: Token[];
  readonly filledPauses: Occurrence[];
  readonly repairs: Occurrence[];
}

/**
 * Turns timed words into content tokens (2.5), filled pauses (2.4) and repairs, with the clause boundaries of 2.6.
 * Without a pack nothing is known to be a filler and only punctuation makes boundaries.
 */
export function tokenise(words: readonly TimedWord[], pack: LanguagePack | null): TokenisedAnswer {
  const spoken = splitWords(words, pack);
  const { fluent, filledPauses } = takeOutFillers(spoken, pack);
  const { kept, repairs } = findRepairs(fluent, pack);
  const tokens = kept.map(({ text, mark, startMs, endMs }, index) => ({
    text,
    mark,
    startMs,
    endMs,
    endsClause: endsClause(kept[index], kept[index + 1], pack),
  }));
  return { spoken, tokens, filledPauses, repairs };
}

/** A sentence end on a filler ("went home, um. Then") belongs to the word before it. */
function takeOutFillers(words: readonly SpokenWord[], pack: LanguagePack | null) {
  const fluent: SpokenWord[] = [];
  const filledPauses: Occurrence[] = [];
  for (const word of words) {
    if (pack === null || !pack.fillers.has(word.text)) {
      fluent.push(word);
      continue;
    }
    filledPauses.push({ text: word.text, startMs: word.startMs, endMs: word.endMs });
    const before = fluent[fluent.length - 1];
    if (before !== undefined && word.mark !== "" && ".?!".includes(word.mark) && !".?!".includes(before.mark || "-")) {
      fluent[fluent.length - 1] = { ...before, mark: word.mark };
    }
  }
  return { fluent, filledPauses };
}

/** 2.6: a mark after this word, or a clause starter after a word that can end a phrase. */
function endsClause(word: SpokenWord | undefined, next: SpokenWord | undefined, pack: LanguagePack | null): boolean {
  if (word === undefined || next === undefined) return false;
  if (word.mark !== "") return true;
  return pack !== null && pack.clauseStarters.has(next.text) && !pack.openWords.has(word.text);
}
