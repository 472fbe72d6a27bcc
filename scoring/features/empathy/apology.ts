import { defineEmpathyAct } from "@/scoring/features/empathy/define-empathy-act";

/** E_SORRY (scoring-science 4.4), described where it is defined. */
export const apology = defineEmpathyAct({
  act: "apology",
  symbol: "E_SORRY",
  label: "Apologises",
  description: "Phrases that apologise.",
  source: "Voigt et al. 2017",
});
