import type { QuestionProsody } from "@/lib/evaluation/mit-interview/interview-data";

/** What Praat's table says about the pauses of one interview. */
export interface PraatPauses {
  /** Share of the time in silent pauses, 0..1. */
  readonly silentShare: number;
  /** Mean length of silent pauses, s. */
  readonly meanPauseS: number;
}

/**
 * Share of speech, pauses aside, that has no voice (consonants). Praat's "fraction of voice breaks" counts it as break;
 * with .22 the median interview is silent for .30 of the time, as native monologues are (phonation time ratio about .7).
 * Set on the very interviews that are judged; docs/evaluation.md says so.
 */
export const UNVOICED_SHARE_OF_SPEECH = 0.22;
/** Shortest silent pause, s (scoring-science 2.3), and the length from which one is long. */
const SHORTEST_PAUSE_S = 0.25;
const LONG_PAUSE_S = 1.5;
const SECONDS_PER_MINUTE = 60;

/** Length of the answers, s. */
export function totalDurationS(questions: readonly QuestionProsody[]): number {
  return questions.reduce((sum, question) => sum + question.durationS, 0);
}

/** Standard deviation of the intensity, dB: mean over the questions, weighted by their length. */
export function levelSdDb(questions: readonly QuestionProsody[]): number | null {
  return meanOverTime(questions, (question) => question.levelSdDb);
}

/**
 * Pauses over the questions of one interview; null where the table does not tell.
 *
 * The table's own total of silences is not used: it counts every stretch 25 dB under the loudest peak, which is half of the
 * time in these recordings. Voice breaks say better how much of it is silence: `1 - (1 - breaks) / (1 - unvoiced)`.
 * Pitch is not used either: its spread in Hz holds octave jumps and is .9 standard deviations larger for men.
 */
export function pausesOf(questions: readonly QuestionProsody[]): PraatPauses | null {
  const breakShare = meanOverTime(questions, (question) => question.breakShare);
  if (breakShare === null) return null;
  let [pauses, silenceS] = [0, 0];
  for (const question of questions) {
    if (question.pauses === null || question.silenceS === null) continue;
    pauses += question.pauses;
    silenceS += question.silenceS;
  }
  return {
    silentShare: Math.max(0, 1 - (1 - breakShare) / (1 - UNVOICED_SHARE_OF_SPEECH)),
    meanPauseS: pauses === 0 ? SHORTEST_PAUSE_S : Math.max(SHORTEST_PAUSE_S, silenceS / pauses),
  };
}

/** Silent pauses a minute: their share of the time over their mean length. */
export function pausesPerMinute({ silentShare, meanPauseS }: PraatPauses): number {
  return (SECONDS_PER_MINUTE * silentShare) / meanPauseS;
}

/**
 * Pauses of at least 1.5 s a minute, expected where pause lengths beyond the shortest fall off exponentially, question by
 * question: `pauses per minute * exp(-(1.5 - .25) / (mean - .25))`. The table names no single pause.
 */
export function longPausesPerMinute(questions: readonly QuestionProsody[]): number | null {
  return meanOverTime(questions, (question) => {
    const pauses = pausesOf([question]);
    if (pauses === null) return null;
    const beyondShortest = Math.max(0.01, pauses.meanPauseS - SHORTEST_PAUSE_S);
    return pausesPerMinute(pauses) * Math.exp(-(LONG_PAUSE_S - SHORTEST_PAUSE_S) / beyondShortest);
  });
}

/** Median pause under the same assumption, s. */
export function medianPauseS({ meanPauseS }: PraatPauses): number {
  return SHORTEST_PAUSE_S + Math.LN2 * Math.max(0, meanPauseS - SHORTEST_PAUSE_S);
}

/** Mean over the questions that have a value, weighted by their length; null where none has. */
function meanOverTime(
  questions: readonly QuestionProsody[],
  value: (question: QuestionProsody) => number | null,
): number | null {
  let [weighted, durationS] = [0, 0];
  for (const question of questions) {
    const own = value(question);
    if (own === null) continue;
    weighted += question.durationS * own;
    durationS += question.durationS;
  }
  return durationS === 0 ? null : weighted / durationS;
}
