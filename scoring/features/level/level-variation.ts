import type { LevelSummary } from "@/scoring/features/answer-view";
import { defineFeature } from "@/scoring/features/define-feature";
import { measured, unmeasurable } from "@/scoring/features/measurement";

/** One second of speech. */
const MIN_FRAMES = 100;
/**
 * Noise fills the soft moments of speech: each dB of signal-to-noise ratio below 34 takes a quarter of a dB off the
 * standard deviation (pink noise at 30, 20, 15 and 10 dB over read answers: -0.8, -2.7, -3.9, -5.2 dB).
 */
const QUIET_SNR_DB = 34;
const LOSS_PER_DB = 0.25;

/** ESD (scoring-science 3), described in the definition. */
export const levelVariation = defineFeature({
  id: "level.variation",
  symbol: "ESD",
  label: "Loudness dynamics",
  description:
    "Standard deviation of the level over speech frames, with what noise took off added again. Not measured under automatic gain control, which flattens it.",
  source: "Naim et al. 2015 (intensity range); DeGroot & Motowidlo 1999",
  version: 2,
  unit: "dB",
  range: [0, 120],
  needs: ["frames", "levels"],
  extract: ({ frames, levels }) => {
    if (levels.gainControlSuspected) return unmeasurable("gain_control");
    const { count, variance } = speechVariance(frames.levels);
    if (count < MIN_FRAMES) return unmeasurable("too_little_speech");
    const lossDb = LOSS_PER_DB * Math.max(0, QUIET_SNR_DB - (levels.snrDb ?? QUIET_SNR_DB));
    return measured(Math.sqrt(variance) + lossDb);
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
