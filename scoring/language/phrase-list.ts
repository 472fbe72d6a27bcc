import { expandPattern } from "@/scoring/language/expand-pattern";

/** A step of the word tree: which words may follow, and whether a phrase ends here. */
export interface PhraseNode {
  readonly next: Map<string, PhraseNode>;
  /** Continuations that hold for every word with a given beginning (`frustrat*`). */
  readonly nextByPrefix: { readonly prefix: string; readonly node: PhraseNode }[];
  ends: boolean;
}

/** A list of phrases compiled into a word tree, so that looking it up costs one step per token. */
export interface PhraseList {
  readonly id: string;
  readonly root: PhraseNode;
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
  for (const pattern of patterns) {
    for (const sequence of expandPattern(pattern)) {
      let node = root;
      for (const word of sequence) node = step(node, neutralWord(word, classes));
      node.ends = true;
    }
  }
  return { id, root, classes };
}

/** The word that stands for `word`'s class: "she" and "he" both become "they"; other words stay. */
export function neutralWord(word: string, classes: ReadonlyMap<string, string>): string {
  return classes.get(word) ?? word;
}

function emptyNode(): PhraseNode {
  return { next: new Map(), nextByPrefix: [], ends: false };
}

function step(node: PhraseNode, word: string): PhraseNode {
  if (word.endsWith("*")) return stepByPrefix(node, word.slice(0, -1));
  const known = node.next.get(word);
  if (known !== undefined) return known;
  const created = emptyNode();
  node.next.set(word, created);
  return created;
}

function stepByPrefix(node: PhraseNode, prefix: string): PhraseNode {
  const known = node.nextByPrefix.find((entry) => entry.prefix === prefix);
  if (known !== undefined) return known.node;
  const created = emptyNode();
  node.nextByPrefix.push({ prefix, node: created });
  return created;
}
