import { defineEmpathyAct } from "@/scoring/features/empathy/define-empathy-act";

/** E_ASK (scoring-science 4.4), described where it is defined. */
export const explore = defineEmpathyAct({
  act: "explore",
  symbol: "E_ASK",
  label: "Asks questions",
  description: "Questions about the other person's situation.",
  source: "EPITOME exploration, Sharma et al. 2020",
});
