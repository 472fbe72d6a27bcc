/** Mel scale in O'Shaughnessy's form: 2595*log10(1 + f/700). */
export function melOf(hz: f64): f64 {
  return 2595 * Math.log10(1 + hz / 700);
}

/** Its inverse, Hz. */
export function hzOf(mel: f64): f64 {
  return 700 * (Math.exp((mel * Math.LN10) / 2595) - 1);
}
