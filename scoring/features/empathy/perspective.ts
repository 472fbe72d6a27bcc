import { defineEmpathyAct } from "@/scoring/features/empathy/define-empathy-act";

/** E_PERSP (scoring-science 4.4). */
export const perspective = defineEmpathyAct("perspective", "E_PERSP", "Takes the other person's view");
