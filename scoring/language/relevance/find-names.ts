import type { LanguagePack } from "@/scoring/language/language-pack";
import type { TimedWord } from "@/scoring/transcripts/words";

/** Below this share of lower-case words a transcript's capitals mean nothing (titles, all capitals). */
const MIN_LOWER_CASE_SHARE = 0.5;

/** Most words of a transcript. Only a shortcut past the rules below. */
const PLAIN_WORD = /^[a-z]+$/;

/**
 * Words that the transcript writes with a capital inside a sentence and never without: names of people, places, firms.
 * Lower case. Relevance does not look at them, so that a name cannot move a score (scoring-science 8.1).
 */
export function findNames(words: readonly TimedWord[], pack: LanguagePack): ReadonlySet<string> {
  const lowerCase = new Set<string>();
  const capitalised = new Set<string>();
  let lowerCount = 0;
  let sentenceStart = true;
  for (const { text } of words) {
    if (PLAIN_WORD.test(text)) {
      lowerCase.add(text);
      lowerCount += 1;
      sentenceStart = false;
      continue;
    }
    const bare = text.replace(/^[^\p{L}]+|(?:['’]s)?[^\p{L}]*$/gu, "");
    if (/^\p{Ll}/u.test(bare)) {
      lowerCase.add(bare.toLowerCase());
      lowerCount += 1;
    } else if (bare !== "" && !sentenceStart) capitalised.add(bare.toLowerCase());
    sentenceStart = /[.?!:][^\p{L}\p{N}]*$/u.test(text);
  }
  if (lowerCount < MIN_LOWER_CASE_SHARE * words.length) return new Set();
  const isName = (word: string) => !lowerCase.has(word) && !pack.functionWords.has(word) && !pack.fillers.has(word);
  return new Set([...capitalised].filter(isName));
}
