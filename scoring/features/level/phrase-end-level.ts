import { defineFeature } from "@/scoring/features/define-feature";
import { measured, unmeasurable } from "@/scoring/features/measurement";

/** The mean of fewer is a matter of single words. */
const MIN_PHRASES = 3;

/** TAIL_DB: mean over runs of (level of the last 300 ms - median level of the run), dB; low when phrases trail off. */
export const phraseEndLevel = defineFeature({
  id: "level.phraseEnd",
  symbol: "TAIL_DB",
  label: "Level at the end of phrases",
  version: 1,
  unit: "dB",
  range: [-120, 60],
  needs: ["frames"],
  extract: ({ frames: { phraseEnds } }) => {
    if (phraseEnds.length < MIN_PHRASES) return unmeasurable("too_little_speech");
    let sum = 0;
    for (const end of phraseEnds) sum += end.levelChangeDb;
    return measured(sum / phraseEnds.length);
  },
});
