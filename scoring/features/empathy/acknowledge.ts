import { defineEmpathyAct } from "@/scoring/features/empathy/define-empathy-act";

/** E_ACK (scoring-science 4.4). */
export const acknowledge = defineEmpathyAct("acknowledge", "E_ACK", "Acknowledges the other person");
