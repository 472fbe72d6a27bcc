import { defineEmpathyAct } from "@/scoring/features/empathy/define-empathy-act";

/** E_OFFER (scoring-science 4.4). */
export const offer = defineEmpathyAct("offer", "E_OFFER", "Offers help or takes ownership");
