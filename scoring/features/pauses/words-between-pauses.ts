import { defineFeature } from "@/scoring/features/define-feature";
import { measured, unmeasurable } from "@/scoring/features/measurement";
import { locatePauses } from "@/scoring/features/view/locate-pauses";

/** MLR_W (scoring-science 3), described in the definition. */
export const wordsBetweenPauses = defineFeature({
  id: "pauses.wordsBetween",
  symbol: "MLR_W",
  label: "Words between pauses",
  description:
    'Content tokens per stretch between silent pauses; stretches without a token (a cough, "um") do not count.',
  source: "mean length of run: Suzuki, Kormos & Uchihara 2021",
  version: 2,
  unit: "words",
  range: [1, 10_000],
  needs: ["timeline", "words"],
  extract: ({ timeline: { pauses }, words: { tokens } }) => {
    if (tokens.length === 0) return unmeasurable("too_few_words");
    // Pauses before the first and after the last token divide nothing; several at one place divide once.
    const located = locatePauses(pauses, tokens); // ascends
    let places = 0;
    for (let p = 0; p < located.length; p++) {
      const token = located[p] ?? -1;
      if (token >= 0 && token < tokens.length - 1 && token !== located[p - 1]) places++;
    }
    return measured(tokens.length / (places + 1));
  },
});
