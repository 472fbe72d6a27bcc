/** A stretch ends when its share of different words falls below this (McCarthy & Jarvis 2010). */
const TYPE_TOKEN_THRESHOLD = 0.72;

/**
 * Measure of textual lexical diversity: mean number of words over which the share of different words stays at or above
 * .72, counted forwards and backwards (McCarthy & Jarvis 2010, doi:10.3758/BRM.42.2.381). The words left over at the
 * end count as the part of a stretch that their share of repeats has used up. A text without a repeat is one stretch.
 */
export function mtld(words: readonly string[]): number {
  return (oneWay(words) + oneWay([...words].reverse())) / 2;
}

function oneWay(words: readonly string[]): number {
  let stretches = 0;
  let length = 0;
  const types = new Set<string>();
  for (const word of words) {
    types.add(word);
    length += 1;
    if (types.size / length < TYPE_TOKEN_THRESHOLD) {
      stretches += 1;
      length = 0;
      types.clear();
    }
  }
  if (length > 0) stretches += (1 - types.size / length) / (1 - TYPE_TOKEN_THRESHOLD);
  return stretches === 0 ? words.length : words.length / stretches;
}
