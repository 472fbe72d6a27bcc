import { intervalMs } from "@/scoring/acoustics/interval";
import type { UtteranceFeature } from "@/scoring/read-speech/utterance-feature";

/** Mean over the words of grammar of ln(length / usual length): fluent English shortens "of", "the", "was". */
export const grammarWordLength: UtteranceFeature = {
  id: "rhythm.grammarWords",
  label: "Length of small words, against the usual",
  unit: "ln ratio",
  shape: "falling",
  basis:
    "S dir (reduction of unstressed words is the rhythm of English; Trofimovich & Isaacs 2012 tie rhythm to accent)",
  extract: ({ sentence }) => {
    const words = sentence?.words.filter(({ grammar }) => grammar) ?? [];
    if (words.length === 0) return null;
    const logs = words.map((word) => {
      const usualMs = word.phones.reduce((sum, phone) => sum + phone.usualMs, 0);
      return Math.log(Math.max(1, intervalMs(word)) / usualMs);
    });
    return logs.reduce((sum, log) => sum + log, 0) / logs.length;
  },
};
