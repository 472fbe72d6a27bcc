import { framesSinceVoice, framesUntilVoice } from "@/scoring/acoustics/frames-from-voice";

/** Longest unvoiced stretch that continues a voiced one without a break: a long fricative with its cluster, frames. */
const LONGEST_CONSONANT_FRAMES = 30;
/** What is kept of a longer one (a breath, a hiss that follows the voice): its first or last part, frames. */
const KEPT_OF_LONGER_FRAMES = 5;
/** Longest stretch after a closure (the release of a final "t", "ts"), frames. */
const LONGEST_RELEASE_FRAMES = 18;
/** Longest closure between voice and release, frames. */
const LONGEST_CLOSURE_FRAMES = 10;

/**
 * Adds to the voiced frames (1 in `voiced`) those unvoiced frames (1 in `unvoiced`) that are consonants by their place:
 * a stretch of at most 300 ms that touches voice, or of at most 180 ms that is at most 100 ms away from it. What stands
 * alone or lasts longer is breath or noise. Returns a new table.
 */
export function attachConsonants(voiced: Uint8Array, unvoiced: Uint8Array): Uint8Array {
  const speech = Uint8Array.from(voiced);
  const nearestBefore = framesSinceVoice(voiced);
  const nearestAfter = framesUntilVoice(voiced);
  for (let start = 0; start < unvoiced.length; start++) {
    if (unvoiced[start] !== 1) continue;
    let end = start;
    while (end < unvoiced.length && unvoiced[end] === 1) end++;
    // In range: start <= end - 1 < length. 1 means that the neighbouring frame is voiced.
    const before = nearestBefore[start] as number;
    const after = nearestAfter[end - 1] as number;
    markStretch(speech, start, end, before, after);
    start = end - 1;
  }
  return speech;
}

function markStretch(speech: Uint8Array, start: number, end: number, before: number, after: number): void {
  const length = end - start;
  const touches = before === 1 || after === 1;
  if (touches && length <= LONGEST_CONSONANT_FRAMES) speech.fill(1, start, end);
  else if (touches) {
    if (before === 1) speech.fill(1, start, start + KEPT_OF_LONGER_FRAMES);
    if (after === 1) speech.fill(1, end - KEPT_OF_LONGER_FRAMES, end);
  } else if (length <= LONGEST_RELEASE_FRAMES && Math.min(before, after) <= LONGEST_CLOSURE_FRAMES + 1) {
    speech.fill(1, start, end);
  }
}
