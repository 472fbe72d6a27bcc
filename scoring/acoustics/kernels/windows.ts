/**
 * Hann window without zeros at its ends: w[i] = 0.5 - 0.5*cos(2*pi*(i+1)/(length+1)), as Praat samples it
 * (Boersma 1993, eq. 1 shifted by one sample so that no sample of the frame is wasted).
 */
export function hannWindow(length: number): Float64Array {
  return Float64Array.from({ length }, (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * (i + 1)) / (length + 1)));
}

/**
 * Kaiser window with shape 2*pi^2 + 0.5 ("Kaiser-20", side lobes below -190 dB), `2*halfLength + 1` points, centre 1
 * times I0(shape): not normalised, because its users divide by the sum of the weights. Praat's intensity uses it.
 */
export function kaiserWindow(halfLength: number, halfWidth: number): Float64Array {
  const shape = 2 * Math.PI ** 2 + 0.5;
  return Float64Array.from({ length: 2 * halfLength + 1 }, (_, i) => {
    const x = (i - halfLength) / halfWidth;
    return besselI0(shape * Math.sqrt(Math.max(0, 1 - x * x)));
  });
}

/** Modified Bessel function of the first kind, order 0, by its power series sum((x/2)^2k / k!^2). */
function besselI0(x: number): number {
  const MAX_TERMS = 100;
  let sum = 1;
  let term = 1;
  for (let k = 1; k < MAX_TERMS && term > sum * 1e-15; k++) {
    term *= (x / (2 * k)) ** 2;
    sum += term;
  }
  return sum;
}
