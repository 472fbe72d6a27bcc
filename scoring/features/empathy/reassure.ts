import { defineEmpathyAct } from "@/scoring/features/empathy/define-empathy-act";

/** E_REASSURE (scoring-science 4.4). */
export const reassure = defineEmpathyAct("reassure", "E_REASSURE", "Reassures");
