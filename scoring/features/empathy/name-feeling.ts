import { defineEmpathyAct } from "@/scoring/features/empathy/define-empathy-act";

/** E_FEEL (scoring-science 4.4). */
export const nameFeeling = defineEmpathyAct("nameFeeling", "E_FEEL", "Names the other person's state");
