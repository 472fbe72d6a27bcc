import { defineFeature } from "@/scoring/features/define-feature";
import { measured, unmeasurable } from "@/scoring/features/measurement";

/**
 * Below this the fading ends of phrases are hidden: with pink noise at 20 dB the value rises from -7 to -3 dB, whatever the
 * speaker does.
 */
const MIN_SNR_DB = 25;
/** The mean of fewer is a matter of single words. */
const MIN_PHRASES = 3;

/** TAIL_DB (scoring-science 3), described in the definition. */
export const phraseEndLevel = defineFeature({
  id: "level.phraseEnd",
  symbol: "TAIL_DB",
  label: "Level at the end of phrases",
  description:
    "Mean over speech runs of the level of the last 300 ms less the run's median level: low when phrases trail off.",
  source: "own definition",
  version: 2,
  unit: "dB",
  range: [-120, 60],
  needs: ["frames", "levels"],
  extract: ({ frames: { phraseEnds }, levels }) => {
    if (levels.snrDb !== null && levels.snrDb < MIN_SNR_DB) return unmeasurable("too_noisy");
    if (phraseEnds.length < MIN_PHRASES) return unmeasurable("too_little_speech");
    let sum = 0;
    for (const end of phraseEnds) sum += end.levelChangeDb;
    return measured(sum / phraseEnds.length);
  },
});
