import type { Interval } from "@/scoring/acoustics/interval";
import type { TimedWord } from "@/scoring/transcripts/words";
import type { LanguagePack } from "@/scoring/language/language-pack";

/** One spoken word, lower case and bare, with the mark that followed it. */
export interface SpokenWord extends Interval {
  readonly text: string;
  readonly mark: string;
  /** Cut off in speech, written with a trailing dash: "cus- customer". */
  readonly cutOff: boolean;
}

/** Notes of a transcriber, which nobody said: "[laughter]", "(inaudible)", "<noise>". */
const NOTE = /^(?:\[[^\]]*\]|\([^)]*\)|<[^>]*>|\{[^}]*\})[.,?!;:]*$/u;
const APOSTROPHES = /[’‘ʼ`´]/gu;
/** Bounds what a hostile "word" may cost; longer than any word or cue of speech. */
const MAX_ENTRY_CHARACTERS = 2_000;
/** Longer entries are not one plain word, and take the careful way. */
const MAX_PLAIN_CHARACTERS = 50;
const MARKS: Readonly<Record<string, string>> = {
  "。": ".",
  "।": ".",
  "۔": ".",
  "、": ",",
  "，": ",",
  "،": ",",
  "？": "?",
  "؟": "?",
  "！": "!",
  "；": ";",
  "：": ":",
};

/**
 * Bare words of timed entries: white space and joining dashes split an entry, times shared out by length; punctuation
 * goes, but for the clause mark at the end; transcriber's notes go; spelling variants become one.
 */
export function splitWords(entries: readonly TimedWord[], pack: LanguagePack | null): SpokenWord[] {
  const words: SpokenWord[] = [];
  for (const entry of entries) {
    const plain = pack === null ? null : plainWord(entry, pack);
    if (plain !== null) words.push(plain);
    else words.push(...splitEntry(entry, pack));
  }
  return words;
}

/** Most words of a transcript: nothing to split or strip but a mark at the end. Only a shortcut past the rules below. */
const PLAIN_WORD = /^[a-z]+(?:'[a-z]+)*[.,?!;:]?$/;
const PLAIN_MARKS = ".,?!;:";

function plainWord({ text: entry, startMs, endMs }: TimedWord, pack: LanguagePack): SpokenWord | null {
  const written = entry.toLowerCase();
  if (entry.length > MAX_PLAIN_CHARACTERS || !PLAIN_WORD.test(written)) return null;
  const last = written.at(-1) ?? "";
  const mark = PLAIN_MARKS.includes(last) ? last : "";
  const bare = mark === "" ? written : written.slice(0, -1);
  // As `shareTime` has it, to the last bit: (span * length) / length is not always span.
  const span = Math.max(0, endMs - startMs);
  const text = pack.spellings.get(bare) ?? bare;
  return { text, mark, cutOff: false, startMs, endMs: startMs + (span * bare.length) / bare.length };
}

function splitEntry(entry: TimedWord, pack: LanguagePack | null): SpokenWord[] {
  const text = entry.text.slice(0, MAX_ENTRY_CHARACTERS).normalize("NFC").toLowerCase().replace(APOSTROPHES, "'");
  if (NOTE.test(text.trim())) return [];
  const pieces = pack === null ? segment(text) : text.split(/[\s/]+|(?<=[\p{L}\p{N}]{2})[-–—](?=[\p{L}\p{N}]{2})/u);
  const words = attachMarks(pieces.filter((piece) => piece !== ""));
  return shareTime(words, entry, pack);
}

/** Words and punctuation of a text whose language has no pack; also where words are not divided by spaces. */
function segment(text: string): string[] {
  // The locale only picks dictionaries for scripts without spaces, which are found by script; "en" keeps it fixed.
  const segmenter = new Intl.Segmenter("en", { granularity: "word" });
  return Array.from(segmenter.segment(text), (part) => part.segment).filter((part) => part.trim() !== "");
}

interface BareWord {
  readonly text: string;
  mark: string;
  readonly cutOff: boolean;
}

/** Strips each piece to its letters; a piece without any gives its mark to the word before. */
function attachMarks(pieces: readonly string[]): BareWord[] {
  const words: BareWord[] = [];
  for (const piece of pieces) {
    const text = piece.replace(/^[^\p{L}\p{N}']+|[^\p{L}\p{N}]+$/gu, "").replace(/[^\p{L}\p{M}\p{N}'.-]/gu, "");
    const mark = clauseMark(piece);
    if (/[\p{L}\p{N}]/u.test(text)) words.push({ text, mark, cutOff: /[\p{L}][-–—]+$/u.test(piece) });
    else if (mark !== "") (words[words.length - 1] ?? { mark: "" }).mark ||= mark;
  }
  return words;
}

/** The clause mark a piece ends in. An ellipsis marks hesitation, not the end of a clause. */
function clauseMark(piece: string): string {
  const tail = /[^\p{L}\p{M}\p{N}]*$/u.exec(piece)?.[0] ?? "";
  if (/\.\.|…/u.test(tail)) return "";
  for (const sign of tail) {
    const mark = MARKS[sign] ?? sign;
    if (".,?!;:".includes(mark)) return mark;
  }
  return "";
}

function shareTime(words: readonly BareWord[], entry: TimedWord, pack: LanguagePack | null): SpokenWord[] {
  const total = words.reduce((sum, word) => sum + word.text.length, 0);
  const span = Math.max(0, entry.endMs - entry.startMs);
  let before = 0;
  return words.map((word) => {
    const startMs = entry.startMs + (span * before) / total;
    before += word.text.length;
    const text = pack?.spellings.get(word.text) ?? word.text.replace(/^'+/, "");
    return { text, mark: word.mark, cutOff: word.cutOff, startMs, endMs: entry.startMs + (span * before) / total };
  });
}
