import { pronounceEnglish } from "@/lib/recognition/pronounce-english";
import { spokenEnglish } from "@/lib/recognition/spoken-english";
import { pronounceFrench, spokenFrench } from "@/lib/recognition/spoken-french";

/** The acoustic models inside the soundswallower package. */
export type AlignmentModel = "en-us" | "fr-fr";

/** What a model needs to know of its language. */
export interface AlignmentLanguage {
  /** Dictionary words that a written word sounds like. */
  readonly spoken: (written: string, known: (word: string) => boolean) => string[];
  /** Phones of a word that the dictionary does not hold; "" when there are none. */
  readonly pronounce: (word: string) => string;
}

export const ALIGNMENT_LANGUAGES: Readonly<Record<AlignmentModel, AlignmentLanguage>> = {
  "en-us": { spoken: spokenEnglish, pronounce: pronounceEnglish },
  "fr-fr": { spoken: spokenFrench, pronounce: pronounceFrench },
};

const MODEL_OF_LANGUAGE: Readonly<Record<string, AlignmentModel>> = { en: "en-us", fr: "fr-fr" };

/** Languages (ISO 639-1) whose untimed transcripts can be aligned on this machine. */
export const ALIGNED_LANGUAGES = Object.keys(MODEL_OF_LANGUAGE);

/** The model of a BCP 47 language tag ("en", "en-GB"), null when there is none. */
export function alignmentModelOf(language: string): AlignmentModel | null {
  return MODEL_OF_LANGUAGE[language.toLowerCase().split(/[-_]/, 1)[0] ?? ""] ?? null;
}
