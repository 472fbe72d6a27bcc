import { createHash } from "node:crypto";
import { fixedSound } from "@/lib/evaluation/fixed-sound";
import type { AnswerChange } from "@/lib/evaluation/metamorphic/answer-changes";
import type { CleanAnswer } from "@/lib/evaluation/metamorphic/clean-answers";
import { SAMPLE_RATE_HZ } from "@/scoring/acoustics/acoustic-artifacts";
import { analyseAcoustics } from "@/scoring/acoustics/analyse-acoustics";
import type { TimedWord } from "@/scoring/transcripts/words";

/** Long enough for words to change and pauses to lie between, short enough to cost a fraction of a second a change. */
const SECONDS = 10;
const WORD_MS = 320;
const GAP_MS = 40;
const SAID =
  "so we met Anna in May. she said that her train was late, and then I helped my friend with a new plan.".split(" ");
const SAID_ELSEWHERE = "the garden behind our house has two old trees and a well".split(" ");

const fingerprints = new Map<string, Promise<string>>();
let madeUp: CleanAnswer | null = null;

/**
 * What a change makes of one made-up answer, as a hash over its samples and words: kept measurements of a change that is
 * made differently do not count. For re-encoding that covers the encoder and decoder of this machine's FFmpeg too: what
 * another version makes otherwise has another hash.
 */
export function changeFingerprint(change: AnswerChange): Promise<string> {
  const name = `${change.row} ${change.variant}`;
  const known = fingerprints.get(name);
  if (known !== undefined) return known;
  const made = hashOf(change);
  fingerprints.set(name, made);
  return made;
}

async function hashOf(change: AnswerChange): Promise<string> {
  madeUp ??= madeUpAnswer(SAID);
  const changed = await change.apply(madeUp, { ...madeUp, words: wordsOf(SAID_ELSEWHERE) });
  const hash = createHash("sha256");
  if (changed === null) return hash.digest("hex");
  return hash.update(changed.pcm).update(JSON.stringify(changed.words)).digest("hex");
}

function madeUpAnswer(said: readonly string[]): CleanAnswer {
  const pcm = fixedSound().slice(0, SECONDS * SAMPLE_RATE_HZ);
  const own = { speaker: "made up", ingredients: [], words: wordsOf(said) };
  return { ...own, acoustics: analyseAcoustics(pcm), pcm: () => Promise.resolve(pcm) };
}

function wordsOf(said: readonly string[]): TimedWord[] {
  return said.map((text, i) => {
    const startMs = i * (WORD_MS + GAP_MS);
    return { text, startMs, endMs: startMs + WORD_MS, confidence: null };
  });
}
