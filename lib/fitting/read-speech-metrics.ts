import { agreementOnLevels, itemsOf, LEVELS, type Level, type Scale } from "@/lib/evaluation/so762/panel-items";
import type { LabelledUtterance } from "@/lib/evaluation/so762/read-labels";
import { splitByGroups } from "@/lib/evaluation/so762/split-by-groups";
import { mean } from "@/scoring/evaluation/statistics/mean";
import { pearson } from "@/scoring/evaluation/statistics/pearson";
import { crossValidateReadSpeech, type RatedSpeaker } from "@/scoring/read-speech/cross-validate-read-speech";
import { UTTERANCE_FEATURES } from "@/scoring/read-speech/utterance-features";
import type { ReadSpeechScores } from "@/scoring/read-speech/read-speech-scores";

/** Agreement of one scale on one level; null where it cannot be computed. */
export interface LevelMetrics {
  readonly n: number;
  readonly r: number | null;
  readonly r_median: number | null;
  readonly align15: number | null;
  readonly skill: number | null;
}

/** Women less men among adults, standard deviations of the experts' means: as the model and as the experts see it. */
export interface GenderMetrics {
  readonly model: number;
  readonly experts: number;
}

export interface ReadSpeechMetrics extends Readonly<Record<string, unknown>> {
  readonly utterances: number;
  readonly speakers: number;
  readonly agreement: Readonly<Record<Scale, Readonly<Record<Level, LevelMetrics | null>>>>;
  readonly gender: Readonly<Record<Scale, GenderMetrics | null>>;
  readonly without: readonly TermLoss[];
}

/** Pearson r over sentences of the model without one term. */
export interface TermLoss {
  readonly feature: string;
  readonly fluency: number | null;
  readonly prosody: number | null;
}

/** Figures of predictions (in the order of `rows`) against the experts. */
export function readSpeechMetrics(
  rows: readonly LabelledUtterance[],
  predictions: readonly ReadSpeechScores[],
  without: readonly TermLoss[],
): ReadSpeechMetrics {
  const perScale = <T>(of: (scale: Scale) => T): Record<Scale, T> => ({
    fluency: of("fluency"),
    prosody: of("prosody"),
  });
  return {
    utterances: rows.length,
    speakers: new Set(rows.map(({ speaker }) => speaker)).size,
    agreement: perScale((scale) => {
      const levels = agreementOnLevels(rows, itemsOf(rows, predictions, scale));
      // Object.fromEntries forgets that every level is there.
      return Object.fromEntries(LEVELS.map((level) => [level, levelMetrics(levels[level])])) as Record<
        Level,
        LevelMetrics | null
      >;
    }),
    gender: perScale((scale) => splitByGroups(rows, itemsOf(rows, predictions, scale)).gender),
    without,
  };
}

/** Cross-validates the model once more without each term. */
export function termLosses(rows: readonly LabelledUtterance[], rated: readonly RatedSpeaker[]): TermLoss[] {
  return UTTERANCE_FEATURES.map(({ id }) => {
    const scores = crossValidateReadSpeech(rated, {
      features: UTTERANCE_FEATURES.filter((kept) => kept.id !== id),
      repeats: 1,
    });
    const r = (scale: Scale): number | null =>
      pearson(
        scores.map((score) => score[scale]),
        rows.map((row) => mean(row[scale])),
      );
    return { feature: id, fluency: r("fluency"), prosody: r("prosody") };
  });
}

function levelMetrics(agreement: ReturnType<typeof agreementOnLevels>[Level]): LevelMetrics | null {
  if (agreement === null) return null;
  const { n, r, rMedian, align15, skill } = agreement;
  return { n, r: r.value, r_median: rMedian.value, align15: align15.value, skill: skill.value };
}
