import { primaryLanguage } from "@/scoring/language/rate-factor";

const TONE_LANGUAGES: ReadonlySet<string> = new Set(["zh", "vi", "th", "yue", "cmn"]);

/** In a tone language pitch tells words apart: its range says nothing of delivery (scoring-science 10.3). */
export function isToneLanguage(language: string): boolean {
  return TONE_LANGUAGES.has(primaryLanguage(language));
}
