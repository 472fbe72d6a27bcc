import { defineEmpathyAct } from "@/scoring/features/empathy/define-empathy-act";

/** E_OFFER (scoring-science 4.4), described where it is defined. */
export const offer = defineEmpathyAct({
  act: "offer",
  symbol: "E_OFFER",
  label: "Offers help or takes ownership",
  description: "Offers of help, and first-person ownership of the next step.",
  source: "Packard, Moore & McFerran 2018",
});
