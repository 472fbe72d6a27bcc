import { defineFeature } from "@/scoring/features/define-feature";
import { measured, unmeasurable, type Measurement } from "@/scoring/features/measurement";
import { MIN_RATE_MS, MS_PER_MINUTE, MS_PER_SECOND } from "@/scoring/features/pace/rate-time";
import { primaryLanguage, rateFactor, SYLLABLES_PER_ENGLISH_WORD } from "@/scoring/language/rate-factor";

const SECONDS_PER_MINUTE = MS_PER_MINUTE / MS_PER_SECOND;

/** WPM (scoring-science 3), described in the definition. */
export const wordsPerMinute = defineFeature({
  id: "pace.wordsPerMinute",
  symbol: "WPM",
  label: "Speaking pace",
  description:
    "Content tokens per minute of the response window, pauses included. In languages other than English, whose words differ in length, from syllables at 1.42 a word, divided by the language's rate.",
  source: "Naim et al. 2015 (words per second); Street et al. 1983",
  version: 1,
  unit: "words/min",
  range: [0, 1_200],
  needs: ["words", "timeline", "syllables", "language"],
  extract: ({ words, timeline, syllables, language }) => {
    if (words.tokens.length === 0) return unmeasurable("too_few_words");
    if (primaryLanguage(language) !== "en") return equivalentPace(syllables.count, timeline.durationMs, language);
    if (timeline.durationMs < MIN_RATE_MS) return unmeasurable("too_little_speech");
    return measured((words.tokens.length * MS_PER_MINUTE) / timeline.durationMs);
  },
});

/** Words a minute of English that as many syllables would make: `60 * (SR / k_L) / 1.42`. */
export function equivalentPace(syllables: number, durationMs: number, language: string): Measurement {
  const factor = rateFactor(language);
  if (factor === null) return unmeasurable("language_not_calibrated");
  if (durationMs < MIN_RATE_MS || syllables === 0) return unmeasurable("too_little_speech");
  const syllablesPerSecond = (syllables * MS_PER_SECOND) / durationMs;
  return measured((SECONDS_PER_MINUTE * syllablesPerSecond) / factor / SYLLABLES_PER_ENGLISH_WORD);
}
