import type { Interval } from "@/scoring/acoustics/interval";
import type { AcousticLevels } from "@/scoring/acoustics/acoustic-artifacts";
import type { TimedWord } from "@/scoring/transcripts/words";
import type { Accommodation, Prompt, PromptType } from "@/scoring/pipeline/scorer-input";

/** Where a silent pause stands (2.6). `unknown`: there are no words to tell. */
export type PausePlace = "boundary" | "mid_phrase" | "unknown";

export interface Pause extends Interval {
  readonly place: PausePlace;
  /** Neighbouring words, null without words. */
  readonly before: string | null;
  readonly after: string | null;
}

/** A content token (2.5): lower case, no fillers, immediate repeats removed; times of its word. */
export interface Token extends Interval {
  readonly text: string;
  /** Sentence or clause mark the transcript put after it: one of . , ? ! ; : or "". */
  readonly mark: string;
  /** A clause boundary lies between this token and the next (2.6). */
  readonly endsClause: boolean;
}

/** Something that was counted, where it happened. */
export interface Occurrence extends Interval {
  readonly text: string;
}

export type FillerSource = "verbatim" | "acoustic" | "none";

/** Times of the response window and of what lies in it. Blocks that the jackknife removed are gone from all of it. */
export interface TimelineView {
  /** First speech to last speech (2.2). */
  readonly window: Interval;
  /** T of 2.2 less the removed block, ms. */
  readonly durationMs: number;
  /** The K = floor(T / 15 s) <= 16 equal blocks (2.9) still in the view; none below 15 s. */
  readonly blocks: readonly Interval[];
  readonly runs: readonly Interval[];
  readonly speechMs: number;
  /** Silent pauses >= 250 ms between runs, split at filled pauses (2.3). */
  readonly pauses: readonly Pause[];
  readonly promptEndMs: number | null;
}

/** The end of a speech run, and how far the level falls there (TAIL_DB). */
export interface PhraseEnd extends Interval {
  /** Mean level of the last 300 ms minus the run's median level, dB. */
  readonly levelChangeDb: number;
}

/** Level of the speech frames of one block. */
export interface LevelSummary {
  /** Speech frames; 0 where there is none, the other two are then 0 as well. */
  readonly count: number;
  readonly meanDb: number;
  /** Sum of squared distances from the mean, dB^2. */
  readonly squaresDb: number;
}

/** How often each hundredth of a semitone occurs among voiced frames (`countPitch`). */
export interface PitchCounts {
  readonly counts: Uint32Array;
  readonly total: number;
}

/**
 * What the frames of the window's kept blocks amount to. Summaries, so that leaving out a block is a subtraction; the
 * frames themselves are in the acoustic artifacts.
 */
export interface FramesView {
  /** One for each kept block; one for the whole window where it is too short for blocks. */
  readonly levels: readonly LevelSummary[];
  /** Semitones from this answer's own median F0 after the cleaning of 2.7, for each third of the window. */
  readonly pitchThirds: readonly [PitchCounts, PitchCounts, PitchCounts];
  /** One for each run of at least 600 ms, ascending. */
  readonly phraseEnds: readonly PhraseEnd[];
}

export interface SyllablesView {
  readonly nucleiMs: readonly number[];
  /** SYL of 2.8. */
  readonly count: number;
}

export interface WordsView {
  readonly words: readonly TimedWord[];
  readonly tokens: readonly Token[];
  /** What the tokens have to do with the question, in order, gapless; absent where it is not known: all then count in full. */
  readonly topic?: readonly TopicStretch[];
  /** Immediate repeats and restarts (REP100). */
  readonly repairs: readonly Occurrence[];
  readonly meanConfidence: number | null;
}

export interface FillersView {
  readonly source: FillerSource;
  readonly filledPauses: readonly Occurrence[];
  /** SOFT list hits; empty without words. */
  readonly softFillers: readonly Occurrence[];
}

/** Tokens `[start, end)` of an answer, about 50. */
export interface TopicStretch {
  readonly start: number;
  readonly end: number;
  /** How far what is said there counts as an answer to the question, 0..1 (`topicCredit`). */
  readonly credit: number;
}

export interface RelevanceView {
  /** REL of 5.3, 0..1, for the kept blocks. */
  readonly score: number;
  /** Share of tokens copied from the prompt, 0..1. */
  readonly copiedShare: number;
  /** The tokens block by block. */
  readonly stretches: readonly TopicStretch[];
}

/** Everything features may read. A feature names the parts it needs; the runner hands it those and no others. */
export interface AnswerView {
  readonly language: string;
  readonly accommodations: readonly Accommodation[];
  readonly timeline: TimelineView;
  readonly levels: AcousticLevels;
  readonly frames: FramesView;
  readonly syllables: SyllablesView;
  readonly fillers: FillersView;
  readonly words: WordsView | null;
  readonly prompt: Prompt | null;
  /** The prompt's type; "open" where no prompt is known: its cues are those of any answer. */
  readonly promptType: PromptType;
  readonly relevance: RelevanceView | null;
}
