import { dropNotes } from "@/scoring/transcripts/drop-annotations";

const SPOKEN = /[\p{L}\p{N}]/u;
const UNSPACED_SCRIPT =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;
const CLAUSE_MARK = /^[.,?!;:…。，？！；：、]+$/u;

/** True when a token has something that can be said (a letter or a digit). */
export function isSpoken(token: string): boolean {
  return SPOKEN.test(token);
}

/**
 * The words of a text, in order, with their capitals and punctuation. Split at white space; in scripts without spaces
 * (Han, kana, Thai, Lao, Khmer) by the platform's word segmenter. A clause mark that stands alone joins the word before
 * it; other tokens that cannot be said, and notes in square brackets, vanish.
 */
export function splitWords(text: string): string[] {
  const words: string[] = [];
  for (const token of dropNotes(text).split(/\s+/u).flatMap(segmentUnspaced)) {
    const last = words.length - 1;
    if (isSpoken(token)) words.push(token);
    else if (last >= 0 && CLAUSE_MARK.test(token)) words[last] += token;
  }
  return words;
}

function segmentUnspaced(token: string): string[] {
  if (!UNSPACED_SCRIPT.test(token)) return [token];
  return [...new Intl.Segmenter("und", { granularity: "word" }).segment(token)].map((part) => part.segment);
}
