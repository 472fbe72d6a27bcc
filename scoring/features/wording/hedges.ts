import { definePhraseRate } from "@/scoring/features/wording/define-phrase-rate";

/** HEDGE100: words that weaken a statement, per 100 tokens (scoring-science 2, 3). */
export const hedges = definePhraseRate({
  id: "wording.hedges",
  symbol: "HEDGE100",
  label: "Weakening words",
  list: (pack) => pack.hedges,
});
