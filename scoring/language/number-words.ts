/** A number for each different word, counted from 0: numbers are cheaper to compare and to remember than words. */
export function numberWords(words: readonly string[]): number[] {
  const ids = new Map<string, number>();
  return words.map((word) => {
    const known = ids.get(word);
    if (known !== undefined) return known;
    ids.set(word, ids.size);
    return ids.size - 1;
  });
}
