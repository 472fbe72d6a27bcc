import { defineEmpathyAct } from "@/scoring/features/empathy/define-empathy-act";

/** E_THANK (scoring-science 4.4), described where it is defined. */
export const courtesy = defineEmpathyAct({
  act: "courtesy",
  symbol: "E_THANK",
  label: "Thanks and courtesy",
  description: "Thanks and polite forms.",
  source: "Voigt et al. 2017",
});
