import { expandPattern } from "@/scoring/language/expand-pattern";

/** A step of the word tree: which words may follow, and whether a phrase ends here. */
export interface PhraseNode {
  readonly next: Map<string, PhraseNode>;
  /** Continuations for every word with a given beginning (`frustrat*`) or ending (`*ing`). */
  readonly nextByPart: {
    readonly pattern: string;
    readonly fits: (word: string) => boolean;
    readonly node: PhraseNode;
  }[];
  ends: boolean;
}

/** A list of phrases compiled into a word tree, so that looking it up costs one step per token. */
export interface PhraseList {
  readonly id: string;
  readonly root: PhraseNode;
  /** Words in the longest phrase. */
  readonly longest: number;
  /** Word classes in which all words count as the same one (see `neutralWord`). */
  readonly classes: ReadonlyMap<string, string>;
}

/**
 * Compiles patterns (syntax: `expandPattern`) once, when a language pack is loaded.
 *
 * @param classes words that are one word to every list, e.g. he/she/they (scoring-science 8.1).
 * @throws RangeError on a malformed pattern.
 */
export function definePhraseList(
  id: string,
  patterns: readonly string[],
  classes: ReadonlyMap<string, string> = new Map(),
): PhraseList {
  const root = emptyNode();
  let longest = 0;
  for (const pattern of patterns) {
    for (const sequence of expandPattern(pattern)) {
      let node = root;
      for (const word of sequence) node = step(node, neutralWord(word, classes));
      node.ends = true;
      longest = Math.max(longest, sequence.length);
    }
  }
  return { id, root, longest, classes };
}

/** The word that stands for `word`'s class: "she" and "he" both become "they"; other words stay. */
export function neutralWord(word: string, classes: ReadonlyMap<string, string>): string {
  return classes.get(word) ?? word;
}

function emptyNode(): PhraseNode {
  return { next: new Map(), nextByPart: [], ends: false };
}

function step(node: PhraseNode, word: string): PhraseNode {
  if (word.startsWith("*") || word.endsWith("*")) return stepByPart(node, word);
  const known = node.next.get(word);
  if (known !== undefined) return known;
  const created = emptyNode();
  node.next.set(word, created);
  return created;
}

function stepByPart(node: PhraseNode, pattern: string): PhraseNode {
  const known = node.nextByPart.find((entry) => entry.pattern === pattern);
  if (known !== undefined) return known.node;
  const part = pattern.replace("*", "");
  const fits = pattern.startsWith("*")
    ? (word: string) => word.length > part.length && word.endsWith(part)
    : (word: string) => word.startsWith(part);
  const created = emptyNode();
  node.nextByPart.push({ pattern, fits, node: created });
  return created;
}
