import { definePhraseRate } from "@/scoring/features/wording/define-phrase-rate";

/** CONN100: words that tie statements together, per 100 tokens (scoring-science 2, 3). */
export const connectives = definePhraseRate({
  id: "wording.connectives",
  symbol: "CONN100",
  label: "Linking words",
  list: (pack) => pack.connectives,
});
