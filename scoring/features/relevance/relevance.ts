import { defineFeature } from "@/scoring/features/define-feature";
import { measured } from "@/scoring/features/measurement";

/** REL (scoring-science 5.3): how much the answer has to do with its question; .5 is typical of loosely related talk. */
export const relevance = defineFeature({
  id: "relevance.toPrompt",
  symbol: "REL",
  label: "Relevance to the question",
  version: 1,
  unit: "share",
  range: [0, 1],
  needs: ["relevance"],
  extract: ({ relevance: view }) => measured(view.score),
});
