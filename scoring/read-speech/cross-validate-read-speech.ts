import { crossValidate } from "@/scoring/fitting/cross-validate";
import { groupedFolds } from "@/scoring/fitting/grouped-folds";
import { fitReadSpeech, type RatedUtterance } from "@/scoring/read-speech/fit-read-speech";
import type { Scale } from "@/scoring/read-speech/read-speech-scorecard";
import { scorePrepared, type JudgedScores } from "@/scoring/read-speech/score-read-speech";
import type { UtteranceFeature } from "@/scoring/read-speech/utterance-feature";
import { UTTERANCE_FEATURES } from "@/scoring/read-speech/utterance-features";

/** A tenth of the speakers judged by the others, three times with other tenths. */
const FOLDS = 10;
const REPEATS = 3;

/** A rated sentence and who read it. */
export interface RatedSpeaker extends RatedUtterance {
  readonly speaker: string;
}

export interface CrossValidationOptions {
  readonly features?: readonly UtteranceFeature[];
  /** How often, each time with other tenths; scores are the mean. 3 when left out. */
  readonly repeats?: number;
}

/**
 * Scores of every sentence by models that were fitted, norms and knots included, on other speakers only.
 *
 * @returns in the order of `rated`
 */
export function crossValidateReadSpeech(
  rated: readonly RatedSpeaker[],
  { features = UTTERANCE_FEATURES, repeats = REPEATS }: CrossValidationOptions = {},
): JudgedScores[] {
  const speakers = rated.map(({ speaker }) => speaker);
  const folds = Array.from({ length: repeats }, (_, repeat) => groupedFolds(speakers, FOLDS, repeat + 1)).flat();
  // Both scales come from one fit; `crossValidate` hands out the very arrays of `folds`.
  const fits = new Map(
    folds.map(({ train }) => [
      train,
      fitReadSpeech(
        train.flatMap((row) => rated[row] ?? []),
        features,
      ),
    ]),
  );
  const scoresOn = (scale: Scale): number[] =>
    crossValidate(rated.length, folds, (train) => (row) => {
      const [model, one] = [fits.get(train), rated[row]];
      if (!model || !one) throw new RangeError(`row ${row} is in no fold`);
      return scorePrepared(one.utterance, model)[scale];
    });
  const [fluency, prosody] = [scoresOn("fluency"), scoresOn("prosody")];
  return rated.map((_, row) => ({ fluency: fluency[row] ?? NaN, prosody: prosody[row] ?? NaN }));
}
