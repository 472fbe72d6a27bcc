import type { FramesView } from "@/scoring/features/answer-view";
import { defineFeature } from "@/scoring/features/define-feature";
import { measured, unmeasurable } from "@/scoring/features/measurement";

/** One second of speech. */
const MIN_FRAMES = 100;

/** ESD: standard deviation of the level over speech frames, dB; not under automatic gain control, which flattens it. */
export const levelVariation = defineFeature({
  id: "level.variation",
  symbol: "ESD",
  label: "Loudness dynamics",
  version: 1,
  unit: "dB",
  range: [0, 80],
  needs: ["frames", "levels"],
  extract: ({ frames, levels }) => {
    if (levels.gainControlSuspected) return unmeasurable("gain_control");
    const { count, variance } = speechVariance(frames);
    if (count < MIN_FRAMES) return unmeasurable("too_little_speech");
    return measured(Math.sqrt(variance));
  },
});

/** Population variance; levels are taken from the first one, so that sums stay exact at any recording level. */
function speechVariance({ energyDb, speech }: FramesView): { count: number; variance: number } {
  const origin = energyDb[speech.indexOf(1)] ?? 0;
  let count = 0;
  let sum = 0;
  let squares = 0;
  for (let k = 0; k < speech.length; k++) {
    if (speech[k] !== 1) continue;
    const level = (energyDb[k] ?? 0) - origin;
    count++;
    sum += level;
    squares += level * level;
  }
  if (count === 0) return { count, variance: 0 };
  return { count, variance: Math.max(0, squares / count - (sum / count) ** 2) };
}
