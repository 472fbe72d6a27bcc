/**
 * Hann window without zeros at its ends: w[i] = 0.5 - 0.5*cos(2*pi*(i+1)/(length+1)), as Praat samples it
 * (Boersma 1993, eq. 1 shifted by one sample so that no sample of the frame is wasted).
 */
export function hannWindow(length: number): Float64Array {
  return Float64Array.from({ length }, (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * (i + 1)) / (length + 1)));
}
