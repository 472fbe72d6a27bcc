import { FRAME_STEP_MS, type AcousticArtifacts, type AcousticLevels } from "@/scoring/acoustics/acoustic-artifacts";
import type { Interval } from "@/scoring/acoustics/interval";
import { countSyllables } from "@/scoring/language/count-syllables";
import { findLanguagePack } from "@/scoring/language/packs/find-pack";
import type { WordVectors } from "@/scoring/language/word-vectors";
import type { Accommodation, Prompt, ScorerInput } from "@/scoring/pipeline/scorer-input";
import type { TimedWord, TranscriptSource } from "@/scoring/transcripts/words";

/** A value for every time, or one for all times. */
type Track = number | ((timeMs: number) => number);

export interface AnswerDescription {
  /** Every word lasts this long; without it a word lasts `syllableMs` a syllable. */
  readonly wordMs?: number;
  /** Default 200 ms: five syllables a second, a fluent native rate. */
  readonly syllableMs?: number;
  /** Silence before the first and after the last sound, ms. */
  readonly leadMs?: number;
  readonly tailMs?: number;
  /** F0 during speech, Hz; NaN is unvoiced. Default 120. */
  readonly f0Hz?: Track;
  /** Level during speech, dB. Default -20. */
  readonly speechDb?: Track;
  readonly noiseDb?: number;
  readonly levels?: Partial<AcousticLevels>;
  /** Probability of every word, or of each by its text. Default null: a person wrote it. */
  readonly confidence?: number | null | ((text: string) => number | null);
  readonly source?: TranscriptSource;
  /** False: the sound alone. */
  readonly transcript?: boolean;
  readonly language?: string;
  readonly prompt?: Partial<Prompt> | null;
  readonly accommodations?: readonly Accommodation[];
  readonly vectors?: WordVectors | null;
}

interface Spoken {
  readonly words: readonly TimedWord[];
  readonly sounds: readonly Interval[];
  readonly hesitations: readonly Interval[];
  readonly nucleiMs: readonly number[];
  readonly endMs: number;
}

/** Closed by the speech detector (scoring-science 2.3). */
const SHORTEST_GAP_MS = 100;
const MS_PER_SECOND = 1000;

/**
 * An answer from a readable description, with exactly known times:
 *
 *     makeAnswer("I called the [0.6] customer and (0.4) they were um happy.", { wordMs: 300 })
 *
 * Words follow each other without a gap. `[0.6]` is 0.6 s of silence; `(0.4)` is a held vowel of 0.4 s that the
 * transcript does not hold (an acoustic hesitation). Each word has as many nuclei as syllables, evenly spread, a held
 * vowel has one.
 */
export function makeAnswer(description: string, options: AnswerDescription = {}): ScorerInput {
  const language = options.language ?? "en";
  const spoken = speak(description, options, language);
  const durationMs = spoken.endMs + (options.tailMs ?? 0);
  const words = spoken.words;
  const confidences = words.map((word) => word.confidence).filter((value) => value !== null);
  const meanConfidence =
    confidences.length === 0 ? null : confidences.reduce((sum, value) => sum + value, 0) / confidences.length;
  return {
    acoustics: makeArtifacts(spoken, durationMs, options),
    transcript:
      options.transcript === false || words.length === 0
        ? null
        : { source: options.source ?? "supplied", language, words, meanConfidence },
    language,
    prompt: options.prompt ? { text: "", type: "open", endMs: null, ...options.prompt } : null,
    accommodations: options.accommodations ?? [],
    vectors: options.vectors ?? null,
  };
}

function speak(description: string, options: AnswerDescription, language: string): Spoken {
  const pack = findLanguagePack(language);
  const words: TimedWord[] = [];
  const sounds: Interval[] = [];
  const hesitations: Interval[] = [];
  const nucleiMs: number[] = [];
  let nowMs = options.leadMs ?? 0;
  const say = (lengthMs: number, syllables: number): Interval => {
    const sound = { startMs: nowMs, endMs: nowMs + Math.round(lengthMs) };
    for (let s = 0; s < syllables; s++) nucleiMs.push(Math.round(nowMs + ((s + 0.5) * lengthMs) / syllables));
    sounds.push(sound);
    nowMs = sound.endMs;
    return sound;
  };
  for (const piece of description.split(/\s+/).filter((part) => part !== "")) {
    const silence = /^\[([\d.]+)\]$/.exec(piece)?.[1];
    const held = /^\(([\d.]+)\)$/.exec(piece)?.[1];
    if (silence !== undefined) nowMs += Math.round(Number(silence) * MS_PER_SECOND);
    else if (held !== undefined) hesitations.push(say(Number(held) * MS_PER_SECOND, 1));
    else {
      const syllables = countSyllables(piece.toLowerCase().replace(/[^\p{L}\p{N}']/gu, ""), pack);
      const sound = say(options.wordMs ?? syllables * (options.syllableMs ?? 200), syllables);
      words.push({ text: piece, ...sound, confidence: confidenceOf(piece, options) });
    }
  }
  return { words, sounds, hesitations, nucleiMs, endMs: nowMs };
}

function confidenceOf(text: string, { confidence = null }: AnswerDescription): number | null {
  return typeof confidence === "function" ? confidence(text) : confidence;
}

function makeArtifacts(spoken: Spoken, durationMs: number, options: AnswerDescription): AcousticArtifacts {
  const runs = joinSounds(spoken.sounds);
  const levels = { speechDb: runs.length === 0 ? null : -20, noiseDb: options.noiseDb ?? -60 };
  const count = Math.floor(durationMs / FRAME_STEP_MS);
  const energyDb = new Float32Array(count).fill(levels.noiseDb);
  const f0Hz = new Float32Array(count).fill(NaN);
  for (const run of runs) {
    for (let k = Math.ceil(run.startMs / FRAME_STEP_MS - 0.5); k < run.endMs / FRAME_STEP_MS - 0.5; k++) {
      const timeMs = (k + 0.5) * FRAME_STEP_MS;
      energyDb[k] = at(options.speechDb ?? -20, timeMs);
      f0Hz[k] = at(options.f0Hz ?? 120, timeMs);
    }
  }
  return {
    version: "acoustics@1",
    durationMs,
    frames: { count, firstCentreMs: FRAME_STEP_MS / 2, energyDb, f0Hz },
    runs,
    nucleiMs: spoken.nucleiMs,
    hesitations: spoken.hesitations,
    levels: {
      ...levels,
      snrDb: levels.speechDb === null ? null : levels.speechDb - levels.noiseDb,
      clippedShare: 0,
      gainControlSuspected: false,
      ...options.levels,
    },
  };
}

function at(track: Track, timeMs: number): number {
  return typeof track === "number" ? track : track(timeMs);
}

function joinSounds(sounds: readonly Interval[]): Interval[] {
  const runs: Interval[] = [];
  for (const sound of sounds) {
    const last = runs.at(-1);
    if (last !== undefined && sound.startMs - last.endMs < SHORTEST_GAP_MS) {
      runs[runs.length - 1] = { startMs: last.startMs, endMs: sound.endMs };
    } else runs.push(sound);
  }
  return runs;
}
