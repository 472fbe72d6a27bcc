import { quantile } from "@/scoring/acoustics/quantile";
import type { UtteranceFeature } from "@/scoring/read-speech/utterance-feature";

/** A fifth of a second of voice. */
const MIN_VOICED_FRAMES = 20;

/** 90th less 10th percentile of pitch relative to the sentence's median, semitones (F0R80 of 2.7). */
export const pitchSpread: UtteranceFeature = {
  id: "pitch.spread",
  label: "Pitch range",
  unit: "semitones",
  shape: "rising",
  basis: "S dir (Hincks 2005; Kang 2010), M (r .16 / .23)",
  extract: ({ pitch }) => {
    const voiced = pitch.filter((semitones) => !Number.isNaN(semitones));
    if (voiced.length < MIN_VOICED_FRAMES) return null;
    return (quantile(voiced, 0.9) ?? 0) - (quantile(voiced, 0.1) ?? 0);
  },
};
