import { definePhraseRate } from "@/scoring/features/wording/define-phrase-rate";

/** VAGUE100: words that name nothing, per 100 tokens (scoring-science 2, 3). */
export const vagueWords = definePhraseRate({
  id: "wording.vagueWords",
  symbol: "VAGUE100",
  label: "Vague words",
  list: (pack) => pack.vagueWords,
});
