import type { LanguagePack } from "@/scoring/language/language-pack";
import { ENGLISH } from "@/scoring/language/packs/en/english";

const PACKS: readonly LanguagePack[] = [ENGLISH];

/** The pack of a language ("en", "en-GB"), or null: the language is then measured without word lists. */
export function findLanguagePack(language: string): LanguagePack | null {
  const primary = language.toLowerCase().split(/[-_]/)[0];
  return PACKS.find((pack) => pack.language === primary) ?? null;
}
