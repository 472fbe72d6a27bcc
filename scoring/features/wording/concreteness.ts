import { defineFeature } from "@/scoring/features/define-feature";
import { unmeasurable } from "@/scoring/features/measurement";

/** CONCR (scoring-science 3), described in the definition. */
export const concreteness = defineFeature({
  id: "wording.concreteness",
  symbol: "CONCR",
  label: "Concrete wording",
  description:
    "Mean concreteness of the content words, 1 to 5. The published list may not be shipped, so that the feature is missing until an operator installs one.",
  source: "Brysbaert, Warriner & Kuperman 2014",
  version: 1,
  unit: "1 to 5",
  range: [1, 5],
  needs: ["words", "language"],
  extract: () => unmeasurable("no_concreteness_list"),
});
