import { defineFeature } from "@/scoring/features/define-feature";
import { measured, unmeasurable } from "@/scoring/features/measurement";
import { rateFactor } from "@/scoring/language/rate-factor";

/** RUN_SYL (scoring-science 4.7), described in the definition. */
export const syllablesBetweenPauses = defineFeature({
  id: "pauses.syllablesBetween",
  symbol: "RUN_SYL",
  label: "Syllables between pauses",
  description:
    "Syllable nuclei per stretch between silent pauses, divided by the language's rate: stands in for words between pauses where there are no words.",
  source: "de Jong & Wempe 2009 for the nuclei",
  version: 2,
  unit: "syllables",
  range: [0, 100_000],
  needs: ["timeline", "syllables", "language"],
  extract: ({ timeline, syllables, language }) => {
    const factor = rateFactor(language);
    if (factor === null) return unmeasurable("language_not_calibrated");
    if (syllables.nucleiMs.length === 0) return unmeasurable("too_little_speech");
    return measured(syllables.nucleiMs.length / (timeline.pauses.length + 1) / factor);
  },
});
