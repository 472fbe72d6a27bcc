import { SAMPLE_RATE_HZ, type AcousticArtifacts } from "@/scoring/acoustics/acoustic-artifacts";
import type { Aligner, Pcm } from "@/scoring/transcripts/ports";
import type { TimedWord } from "@/scoring/transcripts/words";

/** Stretches that are looked at, evenly over the answer, and the words of each: enough for the aligner's own check. */
const STRETCHES = 3;
const WORDS_A_STRETCH = 30;
/** Times of supplied words are off by this much and more; cutting into a word would spoil the check. */
const MARGIN_MS = 300;
/** Stretches that must fit. One may hold a wrong time or a passage that was tidied. */
const MIN_FITTING = 2;

interface SpotCheck {
  readonly pcm: Pcm;
  readonly words: readonly TimedWord[];
  readonly language: string;
  readonly acoustics: AcousticArtifacts;
  readonly aligner: Aligner;
  readonly signal?: AbortSignal;
}

/**
 * Whether the words of a few stretches can be heard where their times say: each is cut out and aligned on its own. Null
 * when the words are too few for that, or the aligner broke. About 0.02 s of one core for a second that is looked at.
 */
export async function spotCheckWords(check: SpotCheck): Promise<boolean | null> {
  const { words } = check;
  if (words.length < WORDS_A_STRETCH) return null;
  const starts = Array.from({ length: STRETCHES }, (_, i) =>
    Math.round(((words.length - WORDS_A_STRETCH) * i) / (STRETCHES - 1)),
  );
  const outcomes = await Promise.all(
    starts.map((start) => alignStretch(check, words.slice(start, start + WORDS_A_STRETCH))),
  );
  if (outcomes.includes(null)) return null;
  return outcomes.filter(Boolean).length >= MIN_FITTING;
}

async function alignStretch(check: SpotCheck, words: readonly TimedWord[]): Promise<boolean | null> {
  const { pcm, language, acoustics, aligner, signal } = check;
  const toSample = (ms: number) => Math.round((ms / 1000) * SAMPLE_RATE_HZ);
  const from = toSample(Math.max(0, (words[0]?.startMs ?? 0) - MARGIN_MS));
  const to = toSample((words.at(-1)?.endMs ?? 0) + MARGIN_MS);
  const text = words.map((word) => word.text).join(" ");
  const outcome = await aligner.align(
    pcm.slice(from, to),
    { kind: "cues", cues: [{ text, startMs: null, endMs: null }] },
    // The runs are those of the whole recording: they say nothing about a piece of it.
    { language, acoustics: { ...acoustics, runs: [] }, ...(signal && { signal }) },
  );
  if (outcome.ok) return true;
  return outcome.reason.code === "transcript_mismatch" || outcome.reason.code === "transcript_doubtful" ? false : null;
}
