import { definePhraseRate } from "@/scoring/features/wording/define-phrase-rate";

/** HEDGE100 (scoring-science 2, 3), described in the definition. */
export const hedges = definePhraseRate({
  id: "wording.hedges",
  symbol: "HEDGE100",
  label: "Weakening words",
  description: "Words that weaken a statement (maybe, I guess) per 100 content tokens.",
  source: "own list",
  version: 1,
  list: (pack) => pack.hedges,
});
