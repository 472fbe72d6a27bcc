/** Samples used on either side. Praat's first pass uses 30 as well. */
export const SINC_DEPTH = 30;
/** Tabulated positions between two samples; linear interpolation between them errs by less than 1e-5 of the signal. */
const PHASES = 256;
const TAPS = 2 * SINC_DEPTH;

/**
 * Band-limited interpolation: the value of a sampled curve between its samples, as a sum of the 60 nearest samples
 * weighted with a Hann-tapered sinc (Boersma 1993, eq. 22). The weights of 257 positions are tabulated once.
 */
export class SincInterpolator {
  private readonly weights = new Float64Array((PHASES + 1) * TAPS);

  constructor() {
    for (let phase = 0; phase <= PHASES; phase++) {
      for (let tap = 0; tap < TAPS; tap++) this.weights[phase * TAPS + tap] = sincWeight(phase / PHASES, tap);
    }
  }

  /** Value of `curve` at the fractional index. SINC_DEPTH samples must exist on both sides of it. */
  at(curve: Float64Array, index: number): number {
    const left = Math.floor(index);
    const position = (index - left) * PHASES;
    const phase = Math.floor(position);
    const share = position - phase;
    const first = left - SINC_DEPTH + 1;
    const row = phase * TAPS;
    const next = row + TAPS;
    let here = 0;
    let after = 0;
    for (let tap = 0; tap < TAPS; tap++) {
      const value = curve[first + tap] as number; // in range by the caller's promise
      here += value * (this.weights[row + tap] as number);
      after += value * (this.weights[next + tap] as number);
    }
    return here + share * (after - here);
  }
}

/** Weight of the tap-th of the 60 samples around a point that lies `fraction` after the 30th. */
function sincWeight(fraction: number, tap: number): number {
  const distance = tap - (SINC_DEPTH - 1) - fraction;
  if (distance === 0) return 1;
  const reach = distance <= 0 ? SINC_DEPTH + fraction : SINC_DEPTH + 1 - fraction;
  const taper = 0.5 + 0.5 * Math.cos((Math.PI * distance) / reach);
  return (Math.sin(Math.PI * distance) / (Math.PI * distance)) * taper;
}
