/** A figure of `evaluate --quick --json` that may not get worse than this. */
export interface Floor {
  readonly set: string;
  /** Keys below the set. */
  readonly path: readonly string[];
  /** Subtracted; the absolute distance is judged. */
  readonly minus?: readonly string[];
  readonly bound: "at_least" | "at_most";
  readonly value: number;
}

/** CI allows this much less than the figure: 20 speakers are few. */
const ALLOWANCE = 0.05;
/** The same of a percentage. */
const ALLOWANCE_PERCENT = 5;

const least = (set: string, path: string, figure: number, allowance = ALLOWANCE): Floor => ({
  ...{ set, path: path.split("."), bound: "at_least", value: Number((figure - allowance).toFixed(4)) },
});

/** Women - men of adults, as the model has it beyond what the experts have, standard deviations. */
function genderDifference(way: string, reached: number): Floor {
  const difference = [...way.split("."), "gender_difference_sd"];
  return {
    ...{ set: "so762_train", path: [...difference, "model"], minus: [...difference, "experts"] },
    ...{ bound: "at_most", value: Number((reached + ALLOWANCE).toFixed(4)) },
  };
}

interface Sentences {
  readonly r: number;
  readonly median: number;
  readonly speaker: number;
  readonly gender: { readonly shipped: number; readonly cv: number };
}

/** The shipped model, unchanged, and refits that judge speakers they have not heard: targets, but for the difference. */
function readSentences(scale: string, { r, median, speaker, gender }: Sentences): readonly Floor[] {
  return (["shipped", "cv"] as const).flatMap((way) => {
    const at = `${scale}.${way}`;
    return [
      least("so762_train", `${at}.utterance.r`, r),
      least("so762_train", `${at}.utterance.r_median`, median),
      least("so762_train", `${at}.utterance.align15`, 94, ALLOWANCE_PERCENT),
      least("so762_train", `${at}.speaker.r`, speaker),
      least("so762_train", `${at}.speaker.align15`, 97, ALLOWANCE_PERCENT),
      genderDifference(at, gender[way]),
    ];
  });
}

/**
 * Floors of CI: the target less .05 (5 points of a percentage), or, where the figure is below its target or has none, what
 * was reached less .05, on the whole data or the quick run's part of it, whichever is lower. The number of each row is that
 * figure.
 */
export const FLOORS: readonly Floor[] = [
  ...readSentences("fluency", { r: 0.8, median: 0.76, speaker: 0.9, gender: { shipped: 0.12, cv: 0.0942 } }),
  ...readSentences("prosody", { r: 0.78, median: 0.765, speaker: 0.88, gender: { shipped: 0.15, cv: 0.1617 } }),
  least("mit_interview", "overall.r", 0.6),
  least("mit_interview", "communication.r", 0.6),
  least("mit_interview", "clarity.r", 0.5131),
  least("mit_interview", "composure.r", 0.399),
  least("mit_interview", "cv.overall.r", 0.5875),
  least("mit_interview", "cv.communication.r", 0.5724),
  least("mit_interview", "cv.clarity.r", 0.3951),
  least("mit_interview", "cv.composure.r", 0.399),
  // The level follows from fillers and repairs less closely among the first hundred interviews than among all (.62).
  least("nict_jle", "fluency.rho", 0.4962),
  least("nict_jle", "fluency.fillers.precision", 1),
  least("nict_jle", "fluency.fillers.recall", 0.8363),
  least("nict_jle", "fluency.repairs.precision", 0.96),
  least("nict_jle", "fluency.repairs.recall", 0.56),
  least("empathy_epitome", "emotional_reactions.auc", 0.5936),
  // Patterns hardly find interpretations (.50 is chance): the floor only keeps them from pointing the other way.
  least("empathy_epitome", "interpretations.auc", 0.5047),
  least("empathy_epitome", "explorations.auc", 0.9),
];
