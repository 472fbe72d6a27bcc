import type { UtteranceFeature } from "@/scoring/read-speech/utterance-feature";

/** Added to the usual time, so that a sentence of two words is not judged by one cough. */
const STEADYING_MS = 1_000;
const FRAME_MS = 10;

/**
 * ln likelihood of the whole recording as the text, less that as any sequence of sounds, a frame of the text's usual time:
 * `(sum aligned - sum free) / ((usual + 1 s) / 10 ms)`. Repeats, restarts, fillers, wrong words and sounds all lower
 * it, and the more time they take the more. The sum over a sentence of Witt & Young's (2000) log likelihood ratio.
 */
export const unexplainedSound: UtteranceFeature = {
  id: "fit.unexplainedSound",
  label: "How well the text explains all sound",
  unit: "nats a usual frame",
  shape: "rising",
  basis: "S dir (Witt & Young 2000: likelihood ratio follows experts' judgement of pronunciation)",
  extract: ({ sentence }) => sentence && sentence.excess / ((sentence.usualMs + STEADYING_MS) / FRAME_MS),
};
