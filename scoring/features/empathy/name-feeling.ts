import { defineEmpathyAct } from "@/scoring/features/empathy/define-empathy-act";

/** E_FEEL (scoring-science 4.4), described where it is defined. */
export const nameFeeling = defineEmpathyAct({
  act: "nameFeeling",
  symbol: "E_FEEL",
  label: "Names the other person's state",
  description: "Phrases that put the other person's state into words, as the other person would.",
  source: "EPITOME emotional reaction and interpretation, Sharma et al. 2020",
});
