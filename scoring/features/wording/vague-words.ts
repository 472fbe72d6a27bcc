import { definePhraseRate } from "@/scoring/features/wording/define-phrase-rate";

/** VAGUE100 (scoring-science 2, 3), described in the definition. */
export const vagueWords = definePhraseRate({
  id: "wording.vagueWords",
  symbol: "VAGUE100",
  label: "Vague words",
  description: "Words that name nothing (stuff, and so on) per 100 content tokens.",
  source: "own list",
  version: 1,
  list: (pack) => pack.vagueWords,
});
