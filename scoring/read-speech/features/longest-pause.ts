import { intervalMs } from "@/scoring/acoustics/interval";
import type { UtteranceFeature } from "@/scoring/read-speech/utterance-feature";

/** Longest silence between two words, seconds; between two stretches of speech where the text has no place. */
export const longestPause: UtteranceFeature = {
  id: "pauses.longest",
  label: "Longest pause",
  unit: "s",
  shape: "falling",
  basis: "S (pause duration r .46, Suzuki et al. 2021), M (r -.58 / -.80)",
  extract: ({ sentence, acoustics: { runs } }) => {
    if (sentence !== null) return Math.max(0, ...sentence.pauses.map(intervalMs)) / 1000;
    if (runs.length === 0) return null;
    const gapsMs = runs.slice(1).map((run, i) => run.startMs - (runs[i]?.endMs ?? run.startMs));
    return Math.max(0, ...gapsMs) / 1000;
  },
};
