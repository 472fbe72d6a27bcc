import type { Interval } from "@/scoring/acoustics/interval";
import { middleMs } from "@/scoring/features/view/response-window";
import { countSyllables } from "@/scoring/language/count-syllables";
import type { LanguagePack } from "@/scoring/language/language-pack";
import type { SpokenWord } from "@/scoring/language/split-words";

/** Median of text syllables over nuclei; 1 until the calibration set gives another (2.8). */
const KAPPA = 1;
/** Below this SNR nuclei are not counted, below this mean word confidence words are not (2.8). */
const MIN_NUCLEI_SNR_DB = 15;
const MIN_WORD_CONFIDENCE = 0.5;

/** Where the words' syllables are, and which of the two counts is used for this answer. */
export interface SyllableSources {
  readonly middlesMs: Float64Array;
  readonly counts: Uint16Array;
  readonly textShare: number;
}

/** Counts the syllables of each word said, fillers and repeats too, once an answer. No words: nuclei alone. */
export function prepareSyllables(
  spoken: readonly SpokenWord[],
  pack: LanguagePack | null,
  meanConfidence: number | null,
  snrDb: number | null,
): SyllableSources {
  return {
    middlesMs: Float64Array.from(spoken, middleMs),
    counts: countEach(spoken, pack),
    textShare: textShare(spoken.length > 0, meanConfidence, snrDb),
  };
}

/** The same word has the same syllables: each different one is counted once. */
function countEach(spoken: readonly SpokenWord[], pack: LanguagePack | null): Uint16Array {
  const known = new Map<string, number>();
  const counts = new Uint16Array(spoken.length);
  for (let index = 0; index < spoken.length; index++) {
    const text = spoken[index]?.text ?? "";
    const count = known.get(text) ?? countSyllables(text, pack);
    known.set(text, count);
    counts[index] = count;
  }
  return counts;
}

function textShare(hasWords: boolean, meanConfidence: number | null, snrDb: number | null): number {
  if (!hasWords || (meanConfidence !== null && meanConfidence < MIN_WORD_CONFIDENCE)) return 0;
  return snrDb === null || snrDb < MIN_NUCLEI_SNR_DB ? 1 : 0.5;
}

/**
 * SYL of 2.8 without the words of `block`: half from the text and half from the nuclei (already without the block);
 * the text alone below 15 dB SNR, the nuclei alone without words or below a mean confidence of .5.
 */
export function countAnswerSyllables(sources: SyllableSources, nuclei: number, block: Interval | null): number {
  let textSyllables = 0;
  for (let i = 0; i < sources.counts.length; i++) {
    const middle = sources.middlesMs[i] ?? NaN;
    const isGone = block !== null && middle >= block.startMs && middle < block.endMs;
    if (!isGone) textSyllables += sources.counts[i] ?? 0;
  }
  return sources.textShare * textSyllables + (1 - sources.textShare) * KAPPA * nuclei;
}
