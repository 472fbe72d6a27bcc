/** A figure to reach on people that the weights, and as far as can be the terms, have not seen. */
export interface Target {
  /** Set whose JSON holds the figure. */
  readonly set: string;
  readonly label: string;
  /** Keys below the set. */
  readonly path: readonly string[];
  /** Subtracted; the absolute distance is judged. */
  readonly minus?: readonly string[];
  /** Where the 95 % interval stands: keys below the set. */
  readonly interval?: readonly string[];
  readonly bound: "at_least" | "at_most";
  readonly value: number;
}

const SO762 = "so762_train";
const INTERVIEWS = "mit_interview";
/** Cross-validated figures, each person judged by what others taught: the shipped models were fitted on the same people. */
const WAY = "cv";

function agreement(scale: string, level: string, key: string, what: string, value: number): Target {
  const path = [scale, WAY, level, key];
  const interval = [...path.slice(0, -1), `${key}_ci`];
  return { set: SO762, label: `${scale}, ${what}`, path, interval, bound: "at_least", value };
}

function readSentences(scale: string, r: { utterance: number; median: number; speaker: number }): readonly Target[] {
  return [
    agreement(scale, "utterance", "r", "sentences: r with the mean of five experts", r.utterance),
    agreement(scale, "utterance", "r_median", "sentences: r with the official label", r.median),
    agreement(scale, "speaker", "r", "speakers: r with the mean of five experts", r.speaker),
    agreement(scale, "utterance", "align15", "sentences: Align15", 94),
    agreement(scale, "speaker", "align15", "speakers: Align15", 97),
    agreement(scale, "utterance", "skill", "sentences: Skill", 0.6),
    agreement(scale, "speaker", "skill", "speakers: Skill", 0.6),
    {
      set: SO762,
      label: `${scale}, adults: difference of women and men beyond the experts' own, sd`,
      path: [scale, WAY, "gender_difference_sd", "model"],
      minus: [scale, WAY, "gender_difference_sd", "experts"],
      bound: "at_most",
      value: 0.1,
    },
  ];
}

function interview(score: string, r: number): readonly Target[] {
  return [
    {
      set: INTERVIEWS,
      label: `${score}: r with nine judges`,
      path: [WAY, score, "r"],
      interval: [WAY, score, "ci"],
      bound: "at_least",
      value: r,
    },
    {
      set: INTERVIEWS,
      label: `${score}: draws that beat words a minute`,
      path: [WAY, score, "gain_positive"],
      bound: "at_least",
      value: 0.95,
    },
  ];
}

/**
 * What is aimed at. The best published figures stand beside: on read sentences r = .756 and .764 with the official label
 * (GOPT, Gong et al. 2022); on the interviews .70 overall with video (Naim et al. 2015).
 */
export const TARGETS: readonly Target[] = [
  ...readSentences("fluency", { utterance: 0.8, median: 0.76, speaker: 0.9 }),
  ...readSentences("prosody", { utterance: 0.78, median: 0.765, speaker: 0.88 }),
  ...interview("overall", 0.6),
  ...interview("communication", 0.6),
  ...interview("clarity", 0.55),
  ...interview("composure", 0.4),
];
