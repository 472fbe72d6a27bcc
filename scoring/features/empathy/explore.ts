import { defineEmpathyAct } from "@/scoring/features/empathy/define-empathy-act";

/** E_ASK (scoring-science 4.4). */
export const explore = defineEmpathyAct("explore", "E_ASK", "Asks questions");
