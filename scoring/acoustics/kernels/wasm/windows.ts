/**
 * Writes a Hann window without zeros at its ends: w[i] = 0.5 - 0.5*cos(2*pi*(i+1)/(length+1)), as Praat samples it
 * (Boersma 1993, eq. 1 shifted by one sample so that no sample of the frame is wasted).
 */
export function writeHannWindow(at: usize, length: i32): void {
  for (let i = 0; i < length; i++) {
    const weight = 0.5 - 0.5 * Math.cos((2 * Math.PI * (i + 1)) / (length + 1));
    store<f32>(at + ((<usize>i) << 2), <f32>weight);
  }
}

/**
 * Writes a Kaiser window with shape 2*pi^2 + 0.5 ("Kaiser-20", side lobes below -190 dB) of `2*half + 1` points:
 * I0(shape * sqrt(1 - x^2)) / I0(shape). Praat's intensity uses it.
 */
export function writeKaiserWindow(at: usize, half: i32): void {
  const shape = 2 * Math.PI * Math.PI + 0.5;
  for (let i = 0; i <= 2 * half; i++) {
    const x = <f64>(i - half) / half;
    store<f32>(at + ((<usize>i) << 2), <f32>(besselI0(shape * Math.sqrt(1 - x * x)) / besselI0(shape)));
  }
}

/** Modified Bessel function of the first kind, order 0, by its power series sum((x/2)^2k / k!^2). */
export function besselI0(x: f64): f64 {
  const MAX_TERMS = 100;
  let sum: f64 = 1;
  let term: f64 = 1;
  for (let k = 1; k < MAX_TERMS && term > sum * 1e-15; k++) {
    term *= (x / (2 * k)) * (x / (2 * k));
    sum += term;
  }
  return sum;
}
