import { defineEmpathyAct } from "@/scoring/features/empathy/define-empathy-act";

/** E_SORRY (scoring-science 4.4). */
export const apology = defineEmpathyAct("apology", "E_SORRY", "Apologises");
