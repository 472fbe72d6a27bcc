/** Zero crossings of the sinc on each side. */
const HALF_WIDTH = 24;
/** Entries of the filter table between two zero crossings; in between it is read linearly (error below -100 dB). */
const STEPS = 1_024;
/** One side of sinc(x) times a Hann window over the half width, and a last zero for the reading between entries. */
const FILTER = Float64Array.from({ length: HALF_WIDTH * STEPS + 2 }, (_, i) => {
  const x = i / STEPS;
  const sinc = x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
  return x >= HALF_WIDTH ? 0 : sinc * (0.5 + 0.5 * Math.cos((Math.PI * x) / HALF_WIDTH));
});

/**
 * The sound played `ratio` times as fast: output m is the input around time m * ratio, through a Hann-windowed sinc whose
 * cut-off is the lower of the two Nyquist frequencies. Any ratio, no delay; the ends are padded with silence.
 *
 * @param length samples of output
 */
export function resampleByRatio(pcm: Float32Array, ratio: number, length: number): Float32Array {
  const band = Math.min(1, 1 / ratio);
  const half = HALF_WIDTH / band;
  const out = new Float32Array(length);
  for (let m = 0; m < length; m++) {
    const centre = m * ratio;
    const first = Math.max(0, Math.ceil(centre - half));
    const last = Math.min(pcm.length - 1, Math.floor(centre + half));
    let sum = 0;
    for (let n = first; n <= last; n++) {
      const place = Math.abs(n - centre) * band * STEPS;
      const entry = Math.floor(place);
      // In range: |n - centre| <= half, and n runs within the sound.
      const low = FILTER[entry] as number;
      const weight = low + (place - entry) * ((FILTER[entry + 1] as number) - low);
      sum += (pcm[n] as number) * weight;
    }
    out[m] = band * sum;
  }
  return out;
}
