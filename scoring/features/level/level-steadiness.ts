import { sampleStandardDeviation } from "@/scoring/features/sample-standard-deviation";
import { defineFeature } from "@/scoring/features/define-feature";
import { measured, unmeasurable } from "@/scoring/features/measurement";

/**
 * Down to here noise hardly moves the mean level of speech: with pink noise at 20 and 15 dB the value falls by about a
 * quarter, and the points of no answer by more than 1.5. Leaving the measure out below 20 dB cost up to 5 points.
 */
const MIN_SNR_DB = 10;
/** A block with less than a second of speech has no level of its own. */
const MIN_BLOCK_FRAMES = 100;
const MIN_BLOCKS = 3;

/** E_DRIFT_SD (scoring-science 3), described in the definition. */
export const levelSteadiness = defineFeature({
  id: "level.steadiness",
  symbol: "E_DRIFT_SD",
  label: "Steadiness of level",
  description: "Standard deviation over the 15 s blocks of the mean speech level.",
  source: "own definition",
  version: 1,
  unit: "dB",
  range: [0, 100],
  needs: ["frames", "levels"],
  extract: ({ frames, levels }) => {
    if (levels.snrDb === null) return unmeasurable("too_little_speech");
    if (levels.snrDb < MIN_SNR_DB) return unmeasurable("too_noisy");
    const means = frames.levels.filter((block) => block.count >= MIN_BLOCK_FRAMES).map((block) => block.meanDb);
    if (means.length < MIN_BLOCKS) return unmeasurable("too_little_speech");
    return measured(sampleStandardDeviation(means));
  },
});
