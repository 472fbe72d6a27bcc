import { defineFeature } from "@/scoring/features/define-feature";
import { measured } from "@/scoring/features/measurement";

/** REL (scoring-science 5.3), described in the definition. */
export const relevance = defineFeature({
  id: "relevance.toPrompt",
  symbol: "REL",
  label: "Relevance to the question",
  description:
    "How much the answer has to do with its question: word vectors of each stretch of about 50 tokens against those of the question, mean over the stretches, so that one that is full of the question's words does not make up for one that has nothing to do with it; .5 is typical of loosely related talk.",
  source: "Yoon et al. 2017 (off-topic detection); docs/decisions/0008",
  version: 2,
  unit: "share",
  range: [0, 1],
  needs: ["relevance"],
  extract: ({ relevance: view }) => measured(view.score),
});
