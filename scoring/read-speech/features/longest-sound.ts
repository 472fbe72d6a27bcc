import { intervalMs } from "@/scoring/acoustics/interval";
import type { UtteranceFeature } from "@/scoring/read-speech/utterance-feature";

/** The aligner's shortest sound is 30 ms; guards the logarithm. */
const SHORTEST_MS = 20;

/** Largest ln(length / usual length) of a sound: hesitation drags a sound out, and so does a repeat that it swallowed. */
export const longestSound: UtteranceFeature = {
  id: "rhythm.longestSound",
  label: "Longest-held sound, against the usual",
  unit: "ln ratio",
  shape: "falling",
  basis: "S dir (prolongations are hesitations; duration scores of sounds, SpeechRater, Zechner et al. 2009)",
  extract: ({ sentence }) =>
    sentence &&
    Math.max(...sentence.phones.map((phone) => Math.log(Math.max(SHORTEST_MS, intervalMs(phone)) / phone.usualMs))),
};
