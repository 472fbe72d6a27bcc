import type { PausePlace } from "@/scoring/features/answer-view";
import { defineFeature } from "@/scoring/features/define-feature";
import { measured, unmeasurable } from "@/scoring/features/measurement";
import { MIN_RATE_TOKENS } from "@/scoring/features/min-tokens";
import { pauseMoment } from "@/scoring/features/pauses/pause-moment";

/** A pause whose place nothing tells counts half (2.6). */
const COUNTED: Readonly<Record<PausePlace, number>> = { mid_phrase: 1, unknown: 0.5, boundary: 0 };

/** MCP100 (scoring-science 2.6, 3), described in the definition. */
export const midPhrasePauses = defineFeature({
  id: "pauses.midPhrase",
  symbol: "MCP100",
  label: "Pauses inside phrases",
  description: "Silent pauses inside phrases per 100 content tokens; one whose place is unknown counts half.",
  source: "Kahng 2018; de Jong 2016",
  version: 2,
  unit: "per 100 words",
  range: [0, 1_000],
  needs: ["timeline", "words"],
  extract: ({ timeline: { pauses }, words: { tokens } }) => {
    if (tokens.length < MIN_RATE_TOKENS) return unmeasurable("too_few_words");
    if (pauses.length > 0 && pauses.every((pause) => pause.place === "unknown")) {
      return unmeasurable("language_not_calibrated");
    }
    const count = pauses.reduce((sum, pause) => sum + COUNTED[pause.place], 0);
    return measured((100 * count) / tokens.length, () =>
      pauses.filter((pause) => pause.place === "mid_phrase").map(pauseMoment),
    );
  },
});
