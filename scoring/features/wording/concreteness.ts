import { defineFeature } from "@/scoring/features/define-feature";
import { unmeasurable } from "@/scoring/features/measurement";

/**
 * CONCR: mean concreteness of the content words, 1..5 (Brysbaert, Warriner, Kuperman 2014). The published list may not
 * be shipped, so that the term is missing until an operator installs one.
 */
export const concreteness = defineFeature({
  id: "wording.concreteness",
  symbol: "CONCR",
  label: "Concrete wording",
  version: 1,
  unit: "1 to 5",
  range: [1, 5],
  needs: ["words", "language"],
  extract: () => unmeasurable("no_concreteness_list"),
});
