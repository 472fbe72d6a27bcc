/** Vowels of the CMU pronouncing dictionary (ARPAbet without stress). */
const VOWELS: ReadonlySet<string> = new Set("AA AE AH AO AW AY EH ER EY IH IY OW OY UH UW".split(" "));

/**
 * How long each sound lasts on average in the telephone English that the acoustic model was trained on, ms: for each of
 * its three states the mean stay 1 / (1 - probability of staying), summed, times its frame of 10 ms. Computed from
 * `transition_matrices` of CMU Sphinx en-us-ptm-8khz 5.2 (BSD licence), as the soundswallower package carries it.
 */
const USUAL_MS: Readonly<Record<string, number>> = {
  ...{ AA: 111, AE: 106, AH: 51, AO: 124, AW: 150, AY: 134, EH: 76, ER: 102, EY: 122, IH: 57, IY: 100, OW: 123 },
  ...{ OY: 169, UH: 60, UW: 91, B: 71, CH: 119, D: 61, DH: 73, F: 102, G: 82, HH: 74, JH: 107, K: 94, L: 86, M: 82 },
  ...{ N: 66, NG: 98, P: 94, R: 75, S: 110, SH: 124, T: 72, TH: 98, V: 64, W: 87, Y: 85, Z: 94, ZH: 108 },
};
/** For a symbol that is not in the table; about the mean of it. */
const USUAL_OTHER_MS = 90;

export function isVowel(phone: string): boolean {
  return VOWELS.has(phone);
}

/** Usual length of a sound, ms. Sentences have a faster or slower usual pace; only ratios to this are used. */
export function usualMs(phone: string): number {
  return USUAL_MS[phone] ?? USUAL_OTHER_MS;
}
