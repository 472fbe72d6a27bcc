import { SAMPLE_RATE_HZ } from "@/scoring/acoustics/acoustic-artifacts";

/**
 * Settings of Boersma's (1993) autocorrelation method as Praat's "To Pitch (ac)" takes them. The range covers low male
 * and high child voices; the costs are Praat's published defaults for speech.
 */
export const F0_FLOOR_HZ = 75;
export const F0_CEILING_HZ = 600;
/** Hypotheses a frame: the unvoiced one and up to 14 peaks of its autocorrelation. */
export const MAX_CANDIDATES = 15;
/** Frames whose peak is below this share of the recording's peak are likely silence. */
export const SILENCE_THRESHOLD = 0.03;
/** Strength of the unvoiced hypothesis in a frame that is not silent. */
export const VOICING_THRESHOLD = 0.45;
/** Favour of higher candidates, per octave: decides for the fundamental of a perfectly periodic sound. */
export const OCTAVE_COST = 0.01;
/** Cost of a jump of one octave between neighbouring frames. */
export const OCTAVE_JUMP_COST = 0.35;
/** Cost of a change between voiced and unvoiced. */
export const VOICED_UNVOICED_COST = 0.14;

/** The analysis window spans three periods of the floor, 40 ms. */
export const WINDOW_MS = (3 * 1000) / F0_FLOOR_HZ;
const windowSamples = Math.floor((WINDOW_MS / 1000) * SAMPLE_RATE_HZ);
/** Half of the window in samples; an even window needs no middle sample. */
export const HALF_WINDOW = Math.floor(windowSamples / 2) - 1;
/** Longest period, in samples. */
export const LONGEST_PERIOD = Math.floor(SAMPLE_RATE_HZ / F0_FLOOR_HZ);
/** Half of the longest period, in samples: the stretch that the frame's peak is searched in. */
export const HALF_PERIOD = Math.floor(LONGEST_PERIOD / 2) + 1;
/** Lags up to this one are searched for peaks. */
export const MAX_LAG = Math.floor((2 * HALF_WINDOW) / 3) + 2;
/** Lags up to this one are computed: interpolation near MAX_LAG reads beyond it. */
export const MAX_COMPUTED_LAG = HALF_WINDOW;
/** Window plus half a window of zeros, so that no lag wraps around, as a power of two. */
export const PITCH_FFT_LENGTH = 2 ** Math.ceil(Math.log2(2 * HALF_WINDOW * 1.5));
