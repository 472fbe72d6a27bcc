import { defineFeature } from "@/scoring/features/define-feature";
import { measured, unmeasurable } from "@/scoring/features/measurement";
import {
  findOpenStructure,
  findPastStructure,
  findSituationalStructure,
  structureMoments,
  type StructurePart,
} from "@/scoring/features/structure/find-structure";
import { findLanguagePack } from "@/scoring/language/packs/find-pack";

/** Fewer tokens have no beginning, middle and end. */
const MIN_TOKENS = 30;
const FINDERS = { past: findPastStructure, situational: findSituationalStructure, open: findOpenStructure } as const;

/** STR (scoring-science 3.1), described in the definition. */
export const structure = defineFeature({
  id: "structure.parts",
  symbol: "STR",
  label: "Structure of the answer",
  description:
    "Sum of the shares of the parts of a told example that were found (situation, action, result and so on), 0 to 1. Where the question is known, parts found in stretches that have little to do with it count in part or not at all.",
  source: "Bangerter et al. 2014; Naim et al. 2015 (structured answers)",
  version: 2,
  unit: "share",
  range: [0, 1],
  needs: ["words", "language", "promptType"],
  extract: ({ words, language, promptType }) => {
    const pack = findLanguagePack(language);
    if (pack === null) return unmeasurable("language_not_calibrated");
    if (words.tokens.length < MIN_TOKENS) return unmeasurable("too_few_words");
    const parts = FINDERS[promptType](words, pack);
    const found = parts.filter((part) => part.found.length > 0);
    const value = found.reduce((sum, part) => sum + part.share * part.credit, 0);
    const moments = () => found.flatMap(structureMoments).sort((a, b) => a.startMs - b.startMs);
    return measured(Math.min(1, value), moments, describe(parts));
  },
});

/** "found: situation, result; missing: own actions, steps in order". */
function describe(parts: readonly StructurePart[]): string {
  const names = (wanted: boolean) => parts.filter((part) => part.found.length > 0 === wanted).map((part) => part.name);
  const found = names(true).join(", ") || "none";
  const missing = names(false).join(", ") || "none";
  return `found: ${found}; missing: ${missing}`;
}
