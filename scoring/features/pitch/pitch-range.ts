import { defineFeature } from "@/scoring/features/define-feature";
import { measured, unmeasurable } from "@/scoring/features/measurement";
import { isToneLanguage } from "@/scoring/features/pitch/tone-languages";
import { pitchQuantile, pitchTogether } from "@/scoring/features/view/pitch-counts";

/** Half a second of voice: one short read sentence. */
const MIN_VOICED_FRAMES = 50;

/** F0R80 (scoring-science 2.7, 3), described in the definition. */
export const pitchRange = defineFeature({
  id: "pitch.range",
  symbol: "F0R80",
  label: "Pitch range",
  description:
    "90th less 10th percentile of pitch relative to the answer's own median; not measured in tone languages.",
  source: "Hincks 2005",
  version: 1,
  unit: "semitones",
  range: [0, 18],
  needs: ["frames", "language"],
  extract: ({ frames, language }) => {
    if (isToneLanguage(language)) return unmeasurable("tone_language");
    const pitch = pitchTogether(frames.pitchThirds);
    if (pitch.total < MIN_VOICED_FRAMES) return unmeasurable("too_little_voicing");
    return measured(pitchQuantile(pitch, 0.9) - pitchQuantile(pitch, 0.1));
  },
});
