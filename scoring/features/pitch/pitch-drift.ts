import type { FramesView } from "@/scoring/features/answer-view";
import { defineFeature } from "@/scoring/features/define-feature";
import { measured, unmeasurable } from "@/scoring/features/measurement";
import { countSemitones, semitoneQuantile } from "@/scoring/features/pitch/semitone-counts";
import { isToneLanguage } from "@/scoring/features/pitch/tone-languages";

/** Two seconds of voice in each outer third: some ten syllables. */
const MIN_VOICED_FRAMES = 200;

/** F0_DRIFT: distance of the median pitch of the last third from that of the first, semitones, without direction. */
export const pitchDrift = defineFeature({
  id: "pitch.drift",
  symbol: "F0_DRIFT",
  label: "Change of pitch over the answer",
  version: 1,
  unit: "semitones",
  range: [0, 18],
  needs: ["frames", "language"],
  extract: ({ frames, language }) => {
    if (isToneLanguage(language)) return unmeasurable("tone_language");
    const first = countThird(frames, 0);
    const last = countThird(frames, 2);
    if (Math.min(first.total, last.total) < MIN_VOICED_FRAMES) return unmeasurable("too_little_voicing");
    return measured(Math.abs(semitoneQuantile(last, 0.5) - semitoneQuantile(first, 0.5)));
  },
});

/** Thirds of the frames that are left: in a view without a block, of the answer without it. */
function countThird({ semitones }: FramesView, third: 0 | 2) {
  const edge = (part: number): number => Math.round((part * semitones.length) / 3);
  return countSemitones(semitones, edge(third), edge(third + 1));
}
