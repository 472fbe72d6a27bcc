import { defineEmpathyAct } from "@/scoring/features/empathy/define-empathy-act";

/** E_PERSP (scoring-science 4.4), described where it is defined. */
export const perspective = defineEmpathyAct({
  act: "perspective",
  symbol: "E_PERSP",
  label: "Takes the other person's view",
  description: "Phrases that speak from the other person's place.",
  source: "EPITOME interpretation, Sharma et al. 2020",
});
