import { measured, unmeasurable, type Measurement } from "@/scoring/features/measurement";
import { MIN_RATE_MS, MS_PER_SECOND } from "@/scoring/features/pace/rate-time";
import { rateFactor } from "@/scoring/language/rate-factor";

/** Above any human rate (10 a second); a count beyond it does not belong to the sound. */
export const MAX_SYLLABLE_RATE = 30;

/** Syllables a second divided by the factor of the language, so that one scale serves all; says so in `detail`. */
export function syllableRate(syllables: number, timeMs: number, language: string): Measurement {
  const factor = rateFactor(language);
  if (factor === null) return unmeasurable("language_not_calibrated");
  if (timeMs < MIN_RATE_MS || syllables === 0) return unmeasurable("too_little_speech");
  const rate = (syllables * MS_PER_SECOND) / timeMs;
  if (factor === 1) return measured(rate);
  return measured(rate / factor, [], `${rate.toFixed(2)} syllables/s divided by ${factor} (${language})`);
}
