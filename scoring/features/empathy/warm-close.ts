import { defineEmpathyAct } from "@/scoring/features/empathy/define-empathy-act";

/** E_WISH (scoring-science 4.4), described where it is defined. */
export const warmClose = defineEmpathyAct({
  act: "warmClose",
  symbol: "E_WISH",
  label: "Closes warmly",
  description: "Good wishes and openings for further contact.",
  source: "design of the act list",
});
