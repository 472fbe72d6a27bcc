import type { QuestionProsody } from "@/lib/evaluation/mit-interview/interview-data";

/** What Praat's table says about the sound of one interview, in the units of the features. */
export interface PraatMeasures {
  /** Length of the answers, s. */
  readonly durationS: number;
  /** Share of that time in silent pauses, 0..1. */
  readonly silentShare: number;
  /** Mean length of silent pauses, s. */
  readonly meanPauseS: number;
  /** Standard deviation of the intensity, dB. */
  readonly levelSdDb: number;
}

/**
 * Share of speech, pauses aside, that has no voice (consonants). Praat's "fraction of voice breaks" counts it as break;
 * with .22 the median interview is silent for .30 of the time, as native monologues are (phonation time ratio about .7).
 */
const UNVOICED_SHARE_OF_SPEECH = 0.22;
/** Shortest silent pause, s (scoring-science 2.3), and the length from which one is long. */
const SHORTEST_PAUSE_S = 0.25;
const LONG_PAUSE_S = 1.5;
const SECONDS_PER_MINUTE = 60;

/**
 * Sums the table over the questions of one interview.
 *
 * The table's own total of silences is not used: it counts every stretch 25 dB under the loudest peak, which is half of the
 * time in these recordings. Voice breaks say better how much of it is silence: `1 - (1 - breaks) / (1 - unvoiced)`.
 * Pitch is not used either: its spread in Hz holds octave jumps and is .9 standard deviations larger for men.
 */
export function sumPraat(questions: readonly QuestionProsody[]): PraatMeasures {
  const durationS = sum(questions, (row) => row.duration);
  const mean = (value: (row: QuestionProsody) => number) =>
    sum(questions, (row) => row.duration * value(row)) / durationS;
  const pauses = sum(questions, (row) => row.numPause);
  const silenceS = sum(questions, (row) => row["TotDurPause:3"]);
  const voiced = 1 - mean((row) => row.PercentBreaks);
  return {
    durationS,
    silentShare: Math.max(0, 1 - voiced / (1 - UNVOICED_SHARE_OF_SPEECH)),
    meanPauseS: pauses === 0 ? SHORTEST_PAUSE_S : silenceS / pauses,
    levelSdDb: mean((row) => row.intensitySD),
  };
}

/** Silent pauses a minute: their share of the time over their mean length. */
export function pausesPerMinute({ silentShare, meanPauseS }: PraatMeasures): number {
  return (SECONDS_PER_MINUTE * silentShare) / meanPauseS;
}

/**
 * Pauses of at least 1.5 s a minute, expected where pause lengths beyond the shortest fall off exponentially, question by
 * question: `pauses per minute * exp(-(1.5 - .25) / (mean - .25))`. The table names no single pause.
 */
export function longPausesPerMinute(questions: readonly QuestionProsody[]): number {
  const expected = sum(questions, (row) => {
    const measures = sumPraat([row]);
    const beyondShortest = Math.max(0.01, measures.meanPauseS - SHORTEST_PAUSE_S);
    const longShare = Math.exp(-(LONG_PAUSE_S - SHORTEST_PAUSE_S) / beyondShortest);
    return (pausesPerMinute(measures) * longShare * row.duration) / SECONDS_PER_MINUTE;
  });
  return (SECONDS_PER_MINUTE * expected) / sum(questions, (row) => row.duration);
}

/** Median pause under the same assumption, s. */
export function medianPauseS({ meanPauseS }: PraatMeasures): number {
  return SHORTEST_PAUSE_S + Math.LN2 * Math.max(0, meanPauseS - SHORTEST_PAUSE_S);
}

function sum(rows: readonly QuestionProsody[], value: (row: QuestionProsody) => number): number {
  return rows.reduce((total, row) => total + value(row), 0);
}
