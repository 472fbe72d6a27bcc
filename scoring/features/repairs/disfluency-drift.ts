import { intervalMs, type Interval } from "@/scoring/acoustics/interval";
import { defineFeature } from "@/scoring/features/define-feature";
import { SOFT_FILLER_WEIGHT } from "@/scoring/features/fillers/all-fillers";
import { measured, unmeasurable } from "@/scoring/features/measurement";
import { middleMs } from "@/scoring/features/view/response-window";

/** In a shorter answer a third holds too few words (scoring-science 3). */
const MIN_WINDOW_MS = 60_000;
/** Tokens that the first and the last third need each. */
const MIN_THIRD_TOKENS = 15;

/** DIS_DRIFT (scoring-science 3), described in the definition. Repeats that the language doubles on purpose weigh on both sides. */
export const disfluencyDrift = defineFeature({
  id: "repairs.disfluencyDrift",
  symbol: "DIS_DRIFT",
  label: "Change of fillers and restarts over the answer",
  description:
    "Fillers and repairs per 100 content tokens in the last third of the response window less those in the first: the speaker against themselves.",
  source: "Goberman et al. 2011 (early against late)",
  version: 1,
  unit: "per 100 words",
  range: [-1_000, 1_000],
  needs: ["timeline", "fillers", "words", "accommodations"],
  extract: ({ timeline: { window }, fillers, words, accommodations }) => {
    if (accommodations.includes("disfluency")) return unmeasurable("accommodation");
    if (fillers.source === "none") return unmeasurable("no_fillers_source");
    if (intervalMs(window) < MIN_WINDOW_MS) return unmeasurable("too_little_speech");
    const [first, last] = outerThirds(window);
    const firstTokens = countWithin(words.tokens, first);
    const lastTokens = countWithin(words.tokens, last);
    if (Math.min(firstTokens, lastTokens) < MIN_THIRD_TOKENS) return unmeasurable("too_few_words");
    const within = (third: Interval): number =>
      countWithin(fillers.filledPauses, third) +
      SOFT_FILLER_WEIGHT * countWithin(fillers.softFillers, third) +
      countWithin(words.repairs, third);
    const moments = () =>
      [...fillers.filledPauses, ...fillers.softFillers, ...words.repairs]
        .filter((found) => isWithin(found, first) || isWithin(found, last))
        .sort((a, b) => a.startMs - b.startMs);
    return measured((100 * within(last)) / lastTokens - (100 * within(first)) / firstTokens, moments);
  },
});

/** First and last third of the window. */
function outerThirds({ startMs, endMs }: Interval): [Interval, Interval] {
  const third = (endMs - startMs) / 3;
  return [
    { startMs, endMs: startMs + third },
    { startMs: endMs - third, endMs },
  ];
}

function isWithin(item: Interval, part: Interval): boolean {
  const middle = middleMs(item);
  return middle >= part.startMs && middle < part.endMs;
}

function countWithin(items: readonly Interval[], part: Interval): number {
  let count = 0;
  for (const item of items) if (isWithin(item, part)) count++;
  return count;
}
