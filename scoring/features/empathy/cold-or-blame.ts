import { defineEmpathyAct } from "@/scoring/features/empathy/define-empathy-act";

/** E_COLD (scoring-science 4.4). */
export const coldOrBlame = defineEmpathyAct("coldOrBlame", "E_COLD", "Cold or blaming phrases");
