import { defineEmpathyAct } from "@/scoring/features/empathy/define-empathy-act";

/** E_REASSURE (scoring-science 4.4), described where it is defined. */
export const reassure = defineEmpathyAct({
  act: "reassure",
  symbol: "E_REASSURE",
  label: "Reassures",
  description: "Phrases that say that it will be taken care of.",
  source: "Voigt et al. 2017",
});
