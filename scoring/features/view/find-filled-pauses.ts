import { intervalMs, overlapMs, type Interval } from "@/scoring/acoustics/interval";
import type { AcousticLevels } from "@/scoring/acoustics/acoustic-artifacts";
import type { FillerSource, Occurrence } from "@/scoring/features/answer-view";
import type { TimedWord } from "@/scoring/transcripts/words";

/** A search that misses more than half of all filled pauses would credit people with fillers they did not avoid. */
const MIN_RECALL = 0.5;
/** Below this SNR a held vowel cannot be told from noise: the detector's limit of 2.8 for nuclei is used. */
const MIN_ACOUSTIC_SNR_DB = 15;
/** A word less certain than this does not vouch for the sound under it (2.4). */
const MIN_WORD_CONFIDENCE = 0.5;
/** Words that recognisers write for "um" and "uh"; longer than this they vouch for nothing (2.4). English. */
const STAND_IN_WORDS: ReadonlySet<string> = new Set(["a", "the", "i", "and"]);
const LONGEST_STAND_IN_MS = 450;
/** Share of a held vowel that words must cover to explain it. */
const COVERED_SHARE = 0.5;

export interface FilledPauses {
  readonly source: FillerSource;
  readonly filledPauses: readonly Occurrence[];
}

/**
 * Filled pauses (2.4): those in the transcript, and held vowels that no certain word explains, because most recognisers
 * leave "um" out. `source` is "verbatim" when the transcript holds any, "acoustic" when only the sound was searched
 * (SNR >= 15 dB, by a search whose measured `recall` is at least one half), "none" when neither could be: nothing is
 * then known about fillers, a transcript without any may be a tidied one, and terms that need them are left out.
 */
export function findFilledPauses(
  verbatim: readonly Occurrence[],
  hesitations: readonly Interval[],
  words: readonly TimedWord[],
  levels: AcousticLevels,
  recall: number,
): FilledPauses {
  const canHear = recall >= MIN_RECALL && levels.snrDb !== null && levels.snrDb >= MIN_ACOUSTIC_SNR_DB;
  const vouching = words.filter(vouchesForSound);
  const heard = canHear ? hesitations.filter((held) => !isKnown(held, verbatim) && !isCovered(held, vouching)) : [];
  const filledPauses = [...verbatim, ...heard.map((held) => ({ ...held, text: "filled pause" }))];
  filledPauses.sort((a, b) => a.startMs - b.startMs);
  const source = verbatim.length > 0 ? "verbatim" : canHear ? "acoustic" : "none";
  return { source, filledPauses };
}

function vouchesForSound(word: TimedWord): boolean {
  if (word.confidence !== null && word.confidence < MIN_WORD_CONFIDENCE) return false;
  const bare = word.text.toLowerCase().replace(/[^\p{L}]/gu, "");
  return !STAND_IN_WORDS.has(bare) || intervalMs(word) <= LONGEST_STAND_IN_MS;
}

function isKnown(held: Interval, verbatim: readonly Interval[]): boolean {
  return verbatim.some((filler) => overlapMs(held, filler) > 0);
}

function isCovered(held: Interval, words: readonly TimedWord[]): boolean {
  let coveredMs = 0;
  for (const word of words) coveredMs += overlapMs(held, word);
  return coveredMs >= COVERED_SHARE * intervalMs(held);
}
