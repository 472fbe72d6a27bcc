/** A number for each different entry, counted from 0: numbers are cheaper to compare and to remember than words. */
export interface Numbered {
  readonly ids: Int32Array;
  /** All ids are below. */
  readonly count: number;
}

/** Numbers a text's words, or whatever else can be a key. */
export function numberWords(words: readonly (string | number)[]): Numbered {
  const known = new Map<string | number, number>();
  const ids = new Int32Array(words.length);
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? "";
    const id = known.get(word) ?? known.size;
    known.set(word, id);
    ids[at] = id;
  }
  return { ids, count: known.size };
}
