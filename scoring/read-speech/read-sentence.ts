import type { Interval } from "@/scoring/acoustics/interval";
import { countSyllables } from "@/scoring/language/count-syllables";
import { ENGLISH } from "@/scoring/language/packs/en/english";
import { splitWords } from "@/scoring/transcripts/split-words";
import type { PhoneAlignment } from "@/scoring/transcripts/phones";
import { freeLogLikelihood } from "@/scoring/read-speech/free-log-likelihood";
import { isVowel, usualMs } from "@/scoring/read-speech/phone-sounds";

/** One sound of the text as it was said. */
export interface ReadPhone extends Interval {
  readonly phone: string;
  readonly vowel: boolean;
  /** Usual length of this sound, ms. */
  readonly usualMs: number;
  /**
   * Goodness of pronunciation (Witt & Young 2000): ln likelihood as this phone less that of the best free sequence of
   * phones over the same frames, a frame of 10 ms; about 0 where it was said as the acoustic model expects, else below.
   */
  readonly goodness: number;
}

export interface ReadWord extends Interval {
  readonly text: string;
  readonly syllables: number;
  /** A word of grammar ("the", "of"), which fluent readers say short. */
  readonly grammar: boolean;
  readonly phones: readonly ReadPhone[];
}

/** A sentence laid over the sound. */
export interface ReadSentence extends Interval {
  /** Words that have sounds; never empty. */
  readonly words: readonly ReadWord[];
  readonly phones: readonly ReadPhone[];
  /** Silence between two words, ms: touching stretches joined. */
  readonly pauses: readonly Interval[];
  /** Sum of the usual lengths of all sounds, ms: what the text takes without haste and without a pause. */
  readonly usualMs: number;
  /** ln likelihood of the whole recording as the text less that of the best free sequence of phones; at most about 0. */
  readonly excess: number;
}

/** @returns null where no sound of the text has a place. */
export function readSentence(text: string, alignment: PhoneAlignment | null): ReadSentence | null {
  if (alignment === null) return null;
  const words = splitWords(text).flatMap((word, index) => readWord(word, index, alignment));
  const [first, last] = [words[0], words.at(-1)];
  if (!first || !last) return null;
  const phones = words.flatMap((word) => word.phones);
  return {
    startMs: first.startMs,
    endMs: last.endMs,
    words,
    phones,
    pauses: pausesBetween(alignment, first.startMs, last.endMs),
    usualMs: phones.reduce((sum, phone) => sum + phone.usualMs, 0),
    excess: sumOf(alignment.aligned) - sumOf(alignment.free),
  };
}

function readWord(text: string, index: number, { aligned, free }: PhoneAlignment): ReadWord[] {
  const own = aligned.filter(({ word, phone }) => word === index && phone !== "SIL");
  const phones = own.map(({ phone, startMs, endMs, logLikelihood }): ReadPhone => {
    const frames = Math.max(1, (endMs - startMs) / 10);
    const goodness = (logLikelihood - freeLogLikelihood(free, startMs, endMs)) / frames;
    return { phone, startMs, endMs, vowel: isVowel(phone), usualMs: usualMs(phone), goodness };
  });
  const [first, last] = [phones[0], phones.at(-1)];
  if (!first || !last) return [];
  const bare = text.toLowerCase().replace(/[^\p{L}']/gu, "");
  return [
    {
      text,
      startMs: first.startMs,
      endMs: last.endMs,
      syllables: countSyllables(bare, ENGLISH),
      grammar: ENGLISH.functionWords.has(bare),
      phones,
    },
  ];
}

function pausesBetween({ aligned }: PhoneAlignment, startMs: number, endMs: number): Interval[] {
  const pauses: { startMs: number; endMs: number }[] = [];
  for (const span of aligned) {
    if (span.word !== null || span.startMs < startMs || span.endMs > endMs) continue;
    const last = pauses.at(-1);
    if (last?.endMs === span.startMs) last.endMs = span.endMs;
    else pauses.push({ startMs: span.startMs, endMs: span.endMs });
  }
  return pauses;
}

function sumOf(spans: readonly { readonly logLikelihood: number }[]): number {
  return spans.reduce((sum, { logLikelihood }) => sum + logLikelihood, 0);
}
