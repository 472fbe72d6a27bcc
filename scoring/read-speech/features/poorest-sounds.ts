import { quantile } from "@/scoring/acoustics/quantile";
import { relativeGoodness } from "@/scoring/read-speech/usual-goodness";
import type { UtteranceFeature } from "@/scoring/read-speech/utterance-feature";

/** The poorest tenth: two or three sounds of a short sentence. */
const POOREST_SHARE = 0.1;

/** 10th percentile over the sounds of the text of goodness in standard deviations from what is usual for the sound. */
export const poorestSounds: UtteranceFeature = {
  id: "sounds.poorest",
  label: "The poorest sounds",
  unit: "standard deviations",
  shape: "rising",
  basis: "S dir (Witt & Young 2000), share of poor sounds as in 6.3",
  extract: ({ sentence }, usual) =>
    sentence &&
    (quantile(
      sentence.phones.map((phone) => relativeGoodness(phone, usual)),
      POOREST_SHARE,
    ) ??
      null),
};
