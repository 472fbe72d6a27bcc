import type { FeatureDefinition } from "@/scoring/features/define-feature";
import { allFillers } from "@/scoring/features/fillers/all-fillers";
import { filledPauses } from "@/scoring/features/fillers/filled-pauses";
import { fillersBySyllables } from "@/scoring/features/fillers/fillers-by-syllables";
import { softFillers } from "@/scoring/features/fillers/soft-fillers";
import { levelSteadiness } from "@/scoring/features/level/level-steadiness";
import { levelVariation } from "@/scoring/features/level/level-variation";
import { phraseEndLevel } from "@/scoring/features/level/phrase-end-level";
import { articulationRate } from "@/scoring/features/pace/articulation-rate";
import { equivalentWordsPerMinute } from "@/scoring/features/pace/equivalent-words-per-minute";
import { nucleiArticulationRate } from "@/scoring/features/pace/nuclei-articulation-rate";
import { rateVariation } from "@/scoring/features/pace/rate-variation";
import { speechRate } from "@/scoring/features/pace/speech-rate";
import { wordsPerMinute } from "@/scoring/features/pace/words-per-minute";
import { boundaryPause } from "@/scoring/features/pauses/boundary-pause";
import { longPauses } from "@/scoring/features/pauses/long-pauses";
import { markedBoundaries } from "@/scoring/features/pauses/marked-boundaries";
import { meanPause } from "@/scoring/features/pauses/mean-pause";
import { midPhrasePauses } from "@/scoring/features/pauses/mid-phrase-pauses";
import { pausesPerMinute } from "@/scoring/features/pauses/pauses-per-minute";
import { responseOnset } from "@/scoring/features/pauses/response-onset";
import { silentShare } from "@/scoring/features/pauses/silent-share";
import { syllablesBetweenPauses } from "@/scoring/features/pauses/syllables-between-pauses";
import { wordsBetweenPauses } from "@/scoring/features/pauses/words-between-pauses";
import { pitchDrift } from "@/scoring/features/pitch/pitch-drift";
import { pitchRange } from "@/scoring/features/pitch/pitch-range";
import { disfluencyDrift } from "@/scoring/features/repairs/disfluency-drift";
import { repairs } from "@/scoring/features/repairs/repairs";
import { WORDING_FEATURES } from "@/scoring/features/wording-features";

/** How the answer was delivered, as against what was said. */
export const DELIVERY_FEATURES = [
  wordsPerMinute,
  equivalentWordsPerMinute,
  articulationRate,
  nucleiArticulationRate,
  speechRate,
  rateVariation,
  pausesPerMinute,
  silentShare,
  meanPause,
  midPhrasePauses,
  markedBoundaries,
  boundaryPause,
  longPauses,
  wordsBetweenPauses,
  syllablesBetweenPauses,
  responseOnset,
  filledPauses,
  softFillers,
  allFillers,
  fillersBySyllables,
  repairs,
  disfluencyDrift,
  pitchRange,
  pitchDrift,
  levelVariation,
  levelSteadiness,
  phraseEndLevel,
] as const;

/** Every feature there is. A new one is one file and one line here. */
export const FEATURES: readonly FeatureDefinition[] = [...DELIVERY_FEATURES, ...WORDING_FEATURES];

const BY_ID: ReadonlyMap<string, FeatureDefinition> = new Map(FEATURES.map((feature) => [feature.id, feature]));

/** The feature with this id. @throws RangeError when there is none: ids come from models, which are checked on load. */
export function findFeature(id: string): FeatureDefinition {
  const feature = BY_ID.get(id);
  if (feature === undefined) throw new RangeError(`there is no feature "${id}"`);
  return feature;
}
