import { defineFeature } from "@/scoring/features/define-feature";
import { measured, unmeasurable } from "@/scoring/features/measurement";
import { isToneLanguage } from "@/scoring/features/pitch/tone-languages";
import { pitchQuantile } from "@/scoring/features/view/pitch-counts";

/** Two seconds of voice in each outer third: some ten syllables. */
const MIN_VOICED_FRAMES = 200;

/** F0_DRIFT (scoring-science 3), described in the definition. */
export const pitchDrift = defineFeature({
  id: "pitch.drift",
  symbol: "F0_DRIFT",
  label: "Change of pitch over the answer",
  description:
    "Distance of the median pitch of the last third of the answer from that of the first, without direction.",
  source: "own definition",
  version: 1,
  unit: "semitones",
  range: [0, 18],
  needs: ["frames", "language"],
  extract: ({ frames, language }) => {
    if (isToneLanguage(language)) return unmeasurable("tone_language");
    const [first, , last] = frames.pitchThirds;
    if (Math.min(first.total, last.total) < MIN_VOICED_FRAMES) return unmeasurable("too_little_voicing");
    return measured(Math.abs(pitchQuantile(last, 0.5) - pitchQuantile(first, 0.5)));
  },
});
