import type { Occurrence, Token } from "@/scoring/features/answer-view";
import { neutralWords } from "@/scoring/language/neutral-words";
import { numberedTokens } from "@/scoring/language/numbered-tokens";
import type { PhraseList, PhraseNode } from "@/scoring/language/phrase-list";
import { cutOf, type TokenCut } from "@/scoring/language/token-cut";

/** A phrase that was found, with the tokens it covers: `[firstToken, lastToken]`, both inclusive. */
export interface PhraseMatch extends Occurrence {
  readonly firstToken: number;
  readonly lastToken: number;
}

/** An answer's matches are asked for once a jackknife view: the tokens and the list decide them. */
const remembered = new WeakMap<readonly Token[], Map<PhraseList, readonly PhraseMatch[]>>();

/**
 * The longest phrase of a list at every token where one begins, ascending; they may overlap (`findPhrases` chooses).
 *
 * In a cut of an answer (`tokensWithout`) only the tokens before the cut from which a phrase could reach it are read
 * anew: a match depends on its own tokens alone, so that all others are those of the whole answer.
 */
export function phraseMatches(tokens: readonly Token[], list: PhraseList): readonly PhraseMatch[] {
  const lists = remembered.get(tokens) ?? new Map<PhraseList, readonly PhraseMatch[]>();
  const known = lists.get(list);
  if (known !== undefined) return known;
  const cut = cutOf(tokens);
  const matches = cut === undefined ? matchesOfWhole(tokens, list) : matchesOfCut(tokens, list, cut);
  remembered.set(tokens, lists.set(list, matches));
  return matches;
}

function matchesOfCut(tokens: readonly Token[], list: PhraseList, { whole, first, end }: TokenCut): PhraseMatch[] {
  const ofWhole = phraseMatches(whole, list);
  const reaching = Math.max(0, first - list.longest + 1);
  const matches: PhraseMatch[] = [];
  for (const match of ofWhole) if (match.firstToken < reaching) matches.push(match);
  matches.push(...matchesFrom(tokens, list, reaching, first));
  const gone = end - first;
  for (const { text, startMs, endMs, firstToken, lastToken } of ofWhole) {
    if (firstToken < end) continue;
    matches.push({ text, startMs, endMs, firstToken: firstToken - gone, lastToken: lastToken - gone });
  }
  return matches;
}

/** Each different word of the answer is looked up once: most begin no phrase of the list. */
function matchesOfWhole(tokens: readonly Token[], list: PhraseList): PhraseMatch[] {
  const words = neutralWords(tokens, list.classes);
  const { ids, count } = numberedTokens(tokens, list.classes);
  const begins = new Int8Array(count);
  const found: PhraseMatch[] = [];
  for (let first = 0; first < tokens.length; first++) {
    const id = ids[first] ?? 0;
    if (begins[id] === 0) begins[id] = canBegin(list.root, words[first] ?? "") ? 1 : -1;
    if (begins[id] === -1) continue;
    const last = longestMatch(tokens, words, list.root, first, first);
    if (last >= 0) found.push(phraseMatch(tokens, first, last));
  }
  return found;
}

/** Matches that begin at a token of `[from, to)`. */
function matchesFrom(tokens: readonly Token[], list: PhraseList, from: number, to: number): PhraseMatch[] {
  const words = neutralWords(tokens, list.classes);
  const found: PhraseMatch[] = [];
  for (let first = from; first < to; first++) {
    if (!canBegin(list.root, words[first] ?? "")) continue;
    const last = longestMatch(tokens, words, list.root, first, first);
    if (last >= 0) found.push(phraseMatch(tokens, first, last));
  }
  return found;
}

function canBegin({ next, nextByPart }: PhraseNode, word: string): boolean {
  return next.has(word) || nextByPart.some((entry) => entry.fits(word));
}

/** Index of the last token of the longest phrase that continues from `node` at token `at`; -1 when none ends. */
function longestMatch(
  tokens: readonly Token[],
  words: readonly string[],
  node: PhraseNode,
  first: number,
  at: number,
): number {
  let best = node.ends ? at - 1 : -1;
  const word = words[at];
  if (word === undefined || (at > first && endsSentence(tokens[at - 1]))) return best;
  const next = node.next.get(word);
  if (next !== undefined) best = Math.max(best, longestMatch(tokens, words, next, first, at + 1));
  for (const entry of node.nextByPart) {
    if (entry.fits(word)) best = Math.max(best, longestMatch(tokens, words, entry.node, first, at + 1));
  }
  return best;
}

/** True when the transcript ends a sentence after this token. */
export function endsSentence(token: Token | undefined): boolean {
  return token !== undefined && (token.mark === "." || token.mark === "?" || token.mark === "!");
}

function phraseMatch(tokens: readonly Token[], firstToken: number, lastToken: number): PhraseMatch {
  const covered = tokens.slice(firstToken, lastToken + 1);
  return {
    text: covered.map((token) => token.text).join(" "),
    startMs: covered[0]?.startMs ?? 0,
    endMs: covered[covered.length - 1]?.endMs ?? 0,
    firstToken,
    lastToken,
  };
}
