import type { Dimension } from "@/scoring/dimensions/dimension-result";

/** What each dimension looks at, in one line. Behaviour that can be heard or read, never a feeling. */
export const DIMENSION_WORDS: Readonly<Record<Dimension, { readonly title: string; readonly looksAt: string }>> = {
  communication: {
    title: "Communication",
    looksAt:
      "Structure and elaboration of the answer, pace, silence, filler and connecting words, vocabulary, dynamics of voice.",
  },
  clarity: {
    title: "Clarity",
    looksAt:
      "Pauses inside and between clauses, articulation rate, words between pauses, restarts, signposting and vague words.",
  },
  composure: {
    title: "Composure",
    looksAt: "Steadiness of tempo and level, long pauses, restarts, hedging, and how they change over the answer.",
  },
  empathy_signal: {
    title: "Empathy signal",
    looksAt:
      "What is said to help: acknowledging, taking the other side's view, offering help, apology, thanks. Signals in words and voice, no reading of anybody's mind.",
  },
};
