import { grammarWordLength } from "@/scoring/read-speech/features/grammar-word-length";
import { levelSlope } from "@/scoring/read-speech/features/level-slope";
import { longestPause } from "@/scoring/read-speech/features/longest-pause";
import { longestSound } from "@/scoring/read-speech/features/longest-sound";
import { pitchSpread } from "@/scoring/read-speech/features/pitch-spread";
import { poorestSounds } from "@/scoring/read-speech/features/poorest-sounds";
import { readingTime } from "@/scoring/read-speech/features/reading-time";
import { unexplainedSound } from "@/scoring/read-speech/features/unexplained-sound";
import type { PreparedUtterance } from "@/scoring/read-speech/prepared-utterance";
import type { UsualGoodness } from "@/scoring/read-speech/usual-goodness";
import type { UtteranceFeature } from "@/scoring/read-speech/utterance-feature";

/** All that `read-speech@` models look at. */
export const UTTERANCE_FEATURES: readonly UtteranceFeature[] = [
  unexplainedSound,
  poorestSounds,
  readingTime,
  longestPause,
  longestSound,
  grammarWordLength,
  pitchSpread,
  levelSlope,
];

/** The values of the features, in their order. */
export function measureFeatures(
  utterance: PreparedUtterance,
  usual: UsualGoodness,
  features: readonly UtteranceFeature[] = UTTERANCE_FEATURES,
): (number | null)[] {
  return features.map((feature) => {
    const value = feature.extract(utterance, usual);
    // Infinities and NaN would poison a sum silently.
    return value !== null && Number.isFinite(value) ? value : null;
  });
}
