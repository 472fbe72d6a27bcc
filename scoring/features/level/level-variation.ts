import type { LevelSummary } from "@/scoring/features/answer-view";
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
    const { count, variance } = speechVariance(frames.levels);
    if (count < MIN_FRAMES) return unmeasurable("too_little_speech");
    return measured(Math.sqrt(variance));
  },
});

/** Population variance of all speech frames: that within the parts and that between their means. */
function speechVariance(parts: readonly LevelSummary[]): { count: number; variance: number } {
  const count = parts.reduce((sum, part) => sum + part.count, 0);
  if (count === 0) return { count, variance: 0 };
  const meanDb = parts.reduce((sum, part) => sum + part.count * part.meanDb, 0) / count;
  const squares = parts.reduce((sum, part) => sum + part.squaresDb + part.count * (part.meanDb - meanDb) ** 2, 0);
  return { count, variance: squares / count };
}
