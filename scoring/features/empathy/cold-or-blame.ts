import { defineEmpathyAct } from "@/scoring/features/empathy/define-empathy-act";

/** E_COLD (scoring-science 4.4), described where it is defined. */
export const coldOrBlame = defineEmpathyAct({
  act: "coldOrBlame",
  symbol: "E_COLD",
  label: "Cold or blaming phrases",
  description: "Phrases that put blame on the other person or turn them away; their weight is negative.",
  source: "design of the act list",
});
