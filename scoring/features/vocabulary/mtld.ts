import type { Numbered } from "@/scoring/language/number-words";

/** A stretch ends when its share of different words falls below this (McCarthy & Jarvis 2010). */
const TYPE_TOKEN_THRESHOLD = 0.72;

/**
 * Measure of textual lexical diversity: mean number of words over which the share of different words stays at or above
 * .72, counted forwards and backwards (McCarthy & Jarvis 2010, doi:10.3758/BRM.42.2.381). The words left over at the
 * end count as the part of a stretch that their share of repeats has used up. A text without a repeat is one stretch.
 */
export function mtld({ ids, count }: Numbered): number {
  return (oneWay(ids, count) + oneWay(ids.slice().reverse(), count)) / 2;
}

function oneWay(ids: Int32Array, count: number): number {
  let stretches = 0;
  let length = 0;
  let types = 0;
  /** For each word the stretch it was last said in, counted from 1. */
  const lastSaidIn = new Int32Array(count);
  for (const id of ids) {
    if (lastSaidIn[id] !== stretches + 1) types += 1;
    lastSaidIn[id] = stretches + 1;
    length += 1;
    if (types / length < TYPE_TOKEN_THRESHOLD) {
      stretches += 1;
      length = 0;
      types = 0;
    }
  }
  if (length > 0) stretches += (1 - types / length) / (1 - TYPE_TOKEN_THRESHOLD);
  return stretches === 0 ? ids.length : ids.length / stretches;
}
