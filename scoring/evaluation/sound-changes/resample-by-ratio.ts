/** Zero crossings of the sinc on each side. */
const HALF_WIDTH = 24;

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
    for (let n = first; n <= last; n++) sum += (pcm[n] ?? 0) * windowedSinc(n - centre, band, half);
    out[m] = sum;
  }
  return out;
}

function windowedSinc(distance: number, band: number, half: number): number {
  const x = Math.PI * distance * band;
  const sinc = x === 0 ? 1 : Math.sin(x) / x;
  return band * sinc * (0.5 + 0.5 * Math.cos((Math.PI * distance) / half));
}
