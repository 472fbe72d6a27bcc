/**
 * Complex Fourier transform of four signals side by side: lane l of every vector belongs to signal l. Radix 4, no
 * scaling, X[k] = sum_n x[n] * exp(-2*pi*i*k*n/length) (Cooley & Tukey 1965, Gentleman & Sande 1966).
 *
 * Bin k lies at `base + BIN * k`: four real parts, then four imaginary parts. The way there (fft-split.ts) takes its input
 * in natural order and leaves bin k where k's binary digits read backwards; the way back (fft-join.ts) takes that order and
 * ends in the natural one. So nobody has to sort.
 */
export const BIN: usize = 32;
export const IMAGINARY: usize = 16;
/** Transforms of at most this length (8 kB) are done stage by stage, longer ones part by part. */
export const CACHED_LENGTH: i32 = 256;

/**
 * Turning factors of a radix-4 stage that joins blocks of `span` bins: for each k below span the cosine and minus sine of
 * a, 2a and 3a, a = 2*pi*k/(4*span). Spans are powers of two up to 1024; the tables stand one after the other.
 */
export const FACTORS: usize = 24;
const TABLES: usize = memory.data(24 * 2047, 16);

for (let span = 1; span <= 1024; span <<= 1) {
  for (let k = 0; k < span; k++) {
    for (let times = 1; times <= 3; times++) {
      const angle = (Math.PI * (k * times)) / (2 * span);
      const at = factorsOf(span) + <usize>k * FACTORS + <usize>(times - 1) * 8;
      store<f32>(at, <f32>Math.cos(angle));
      store<f32>(at, <f32>-Math.sin(angle), 4);
    }
  }
}

/** Where the factors of a stage stand. */
export function factorsOf(span: i32): usize {
  return TABLES + <usize>(span - 1) * FACTORS;
}
