/**
 * Settings of Boersma's (1993) autocorrelation method as Praat's "To Pitch (ac)" takes them, at 16 kHz. The range covers
 * low male and high child voices; the costs are Praat's published defaults for speech.
 */
export const SAMPLE_RATE_HZ: f32 = 16000;
export const F0_FLOOR_HZ: f32 = 75;
export const F0_CEILING_HZ: f32 = 600;
/** Hypotheses a frame: the unvoiced one and up to 14 peaks of its autocorrelation. */
export const MAX_CANDIDATES: i32 = 15;
/** Frames whose peak is below this share of the recording's peak are likely silence. */
export const SILENCE_THRESHOLD: f64 = 0.03;
/** Strength of the unvoiced hypothesis in a frame that is not silent. */
export const VOICING_THRESHOLD: f64 = 0.45;
/** Favour of higher candidates, per octave: decides for the fundamental of a perfectly periodic sound. */
export const OCTAVE_COST: f64 = 0.01;
/** Cost of a jump of one octave between neighbouring frames. */
export const OCTAVE_JUMP_COST: f64 = 0.35;
/** Cost of a change between voiced and unvoiced. */
export const VOICED_UNVOICED_COST: f64 = 0.14;

/** Samples from one frame to the next, 10 ms. */
export const HOP: i32 = 160;
/** Half of the window of three longest periods (40 ms), less a sample: an even window needs no middle sample. */
export const HALF_WINDOW: i32 = 319;
/** Longest period, in samples. */
export const LONGEST_PERIOD: i32 = 213;
/** Half of the longest period, in samples: the stretch around the centre that the frame's peak is searched in. */
export const HALF_PERIOD: i32 = 107;
/** Lags below this one are searched for peaks: a third of the window and two more. */
export const MAX_LAG: i32 = 214;
/** Lags below this one are computed: interpolation near MAX_LAG reads up to 30 beyond it. */
export const COMPUTED_LAGS: i32 = 248;
/** Window plus half a window of zeros, so that no lag wraps around, as a power of two. */
export const FFT_LENGTH: i32 = 1024;
