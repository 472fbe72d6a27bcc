import { defineEmpathyAct } from "@/scoring/features/empathy/define-empathy-act";

/** E_THANK (scoring-science 4.4). */
export const courtesy = defineEmpathyAct("courtesy", "E_THANK", "Thanks and courtesy");
