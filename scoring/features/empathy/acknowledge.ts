import { defineEmpathyAct } from "@/scoring/features/empathy/define-empathy-act";

/** E_ACK (scoring-science 4.4), described where it is defined. */
export const acknowledge = defineEmpathyAct({
  act: "acknowledge",
  symbol: "E_ACK",
  label: "Acknowledges the other person",
  description: "Phrases that take up what the other person said or went through.",
  source: "Packard & Berger 2021; EPITOME mechanisms, Sharma et al. 2020",
});
