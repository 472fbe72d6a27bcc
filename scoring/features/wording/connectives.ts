import { definePhraseRate } from "@/scoring/features/wording/define-phrase-rate";

/** CONN100 (scoring-science 2, 3), described in the definition. */
export const connectives = definePhraseRate({
  id: "wording.connectives",
  symbol: "CONN100",
  label: "Linking words",
  description:
    "Words that tie statements together (because, so, for example) per 100 content tokens. Where the question is known, phrases and tokens of stretches that have little to do with it count in part or not at all.",
  source: "Naim et al. 2015; own list",
  version: 2,
  list: (pack) => pack.connectives,
  ofTopic: true,
});
