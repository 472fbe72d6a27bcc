import { defineEmpathyAct } from "@/scoring/features/empathy/define-empathy-act";

/** E_WISH (scoring-science 4.4). */
export const warmClose = defineEmpathyAct("warmClose", "E_WISH", "Closes warmly");
