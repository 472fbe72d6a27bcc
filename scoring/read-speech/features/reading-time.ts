import { intervalMs } from "@/scoring/acoustics/interval";
import type { UtteranceFeature } from "@/scoring/read-speech/utterance-feature";

/** Time that does not grow with the text: the last word's lengthening, the first sound's start. */
const STEADYING_MS = 600;

/**
 * ln((T + .6 s) / (usual + .6 s)), T from the first to the last sound of the text, pauses included: 0 at the usual pace of
 * native telephone speech, .69 at about half of it.
 */
export const readingTime: UtteranceFeature = {
  id: "pace.readingTime",
  label: "Time taken, against the usual",
  unit: "ln ratio",
  shape: "falling",
  basis: "S (speech rate r .59-.62, Suzuki et al. 2021), M (r .65 / .79)",
  extract: ({ sentence }) =>
    sentence && Math.log((intervalMs(sentence) + STEADYING_MS) / (sentence.usualMs + STEADYING_MS)),
};
