/** Syllables of an average spoken English word, the unit that rates without words are given in (scoring-science 10). */
export const SYLLABLES_PER_ENGLISH_WORD = 1.42;

/**
 * Native syllable rate of a language divided by the English one. es, fr, it, ja (morae), de, zh, vi: from measured rates
 * of read speech (Pellegrino, Coupe and Marsico 2011 and follow-ups); the others are reasoned defaults, to be fitted from
 * fifty fluent speakers each (scoring-science 10.2).
 */
const RATE_FACTORS: Readonly<Record<string, number>> = {
  en: 1,
  es: 1.26,
  fr: 1.16,
  it: 1.13,
  ja: 1.27,
  de: 0.96,
  zh: 0.84,
  vi: 0.84,
  pt: 1.1,
  nl: 1,
  pl: 1.05,
  ru: 1.05,
  tr: 1.15,
  ar: 0.95,
  hi: 1.1,
  ko: 1.15,
  fil: 1.1,
  id: 1.1,
};

/** k_L: what a syllable rate is divided by to stand on the English scale; null for a language without a known rate. */
export function rateFactor(language: string): number | null {
  return RATE_FACTORS[primaryLanguage(language)] ?? null;
}

/** "en" of "en-GB". */
export function primaryLanguage(language: string): string {
  return language.toLowerCase().split(/[-_]/)[0] ?? "";
}
