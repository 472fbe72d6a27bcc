import { add, loadSplat, mul, sub } from "./lanes";

/**
 * Complex Fourier transform of four signals side by side: lane l of every vector belongs to signal l. Radix 4, no
 * scaling, X[k] = sum_n x[n] * exp(-2*pi*i*k*n/length) (Cooley & Tukey 1965; the two forms after Gentleman & Sande 1966).
 *
 * Bin k lies at `base + BIN * k`: four real parts, then four imaginary parts. The way there (`splitInPlace`) takes its
 * input in natural order and leaves bin k where k's binary digits read backwards; the way back (`joinStages`) takes that
 * order and ends in the natural one. So nobody has to sort.
 *
 * Lengths are powers of two up to LONGEST; an odd power costs one radix-2 stage.
 */
export const BIN: usize = 32;
const IMAGINARY: usize = 16;
export const LONGEST: i32 = 1024;

/** cos(2*pi*k/LONGEST) and -sin(2*pi*k/LONGEST), one beside the other. */
const TWIDDLES: usize = memory.data(8 * 1024, 16);

for (let k = 0; k < LONGEST; k++) {
  const angle = (2 * Math.PI * k) / LONGEST;
  store<f32>(TWIDDLES + ((<usize>k) << 3), <f32>Math.cos(angle));
  store<f32>(TWIDDLES + ((<usize>k) << 3), <f32>-Math.sin(angle), 4);
}

/** Where the factors of angle 2*pi*k/length stand. */
export function twiddleAt(k: i32, length: i32): usize {
  return TWIDDLES + ((<usize>(k * (LONGEST / length))) << 3);
}

/** Transforms in place: natural order in, bit-reversed order out. */
export function splitInPlace(base: usize, length: i32): void {
  let span = length >> 1;
  if (ctz(length) & 1) {
    splitInHalves(base, length);
    span >>= 1;
  }
  for (span >>= 1; span > 1; span >>= 2) splitInFour(base, length, span);
  splitLast(base, length);
}

/** One radix-2 stage over the whole length: sums into the first half, turned differences into the second. */
function splitInHalves(base: usize, length: i32): void {
  const half = <usize>(length >> 1) * BIN;
  for (let k = 0; k < length >> 1; k++) {
    const p = base + <usize>k * BIN;
    const q = p + half;
    const cosine = loadSplat(twiddleAt(k, length));
    const minusSine = loadSplat(twiddleAt(k, length) + 4);
    const differenceR = sub(v128.load(p), v128.load(q));
    const differenceI = sub(v128.load(p, IMAGINARY), v128.load(q, IMAGINARY));
    v128.store(p, add(v128.load(p), v128.load(q)));
    v128.store(p, add(v128.load(p, IMAGINARY), v128.load(q, IMAGINARY)), IMAGINARY);
    v128.store(q, sub(mul(differenceR, cosine), mul(differenceI, minusSine)));
    v128.store(q, add(mul(differenceR, minusSine), mul(differenceI, cosine)), IMAGINARY);
  }
}

/** One radix-4 stage: every block of 4*span bins becomes four blocks of span bins. */
function splitInFour(base: usize, length: i32, span: i32): void {
  const step = <usize>span * BIN;
  const end = base + <usize>length * BIN;
  for (let k = 0; k < span; k++) {
    const c1 = loadSplat(twiddleAt(k, 4 * span));
    const s1 = loadSplat(twiddleAt(k, 4 * span) + 4);
    const c2 = loadSplat(twiddleAt(2 * k, 4 * span));
    const s2 = loadSplat(twiddleAt(2 * k, 4 * span) + 4);
    const c3 = loadSplat(twiddleAt(3 * k, 4 * span));
    const s3 = loadSplat(twiddleAt(3 * k, 4 * span) + 4);
    for (let p0 = base + <usize>k * BIN; p0 < end; p0 += 4 * step) {
      const p1 = p0 + step;
      const p2 = p1 + step;
      const p3 = p2 + step;
      const evenSumR = add(v128.load(p0), v128.load(p2));
      const evenSumI = add(v128.load(p0, IMAGINARY), v128.load(p2, IMAGINARY));
      const evenDifR = sub(v128.load(p0), v128.load(p2));
      const evenDifI = sub(v128.load(p0, IMAGINARY), v128.load(p2, IMAGINARY));
      const oddSumR = add(v128.load(p1), v128.load(p3));
      const oddSumI = add(v128.load(p1, IMAGINARY), v128.load(p3, IMAGINARY));
      const oddDifR = sub(v128.load(p1), v128.load(p3));
      const oddDifI = sub(v128.load(p1, IMAGINARY), v128.load(p3, IMAGINARY));
      v128.store(p0, add(evenSumR, oddSumR));
      v128.store(p0, add(evenSumI, oddSumI), IMAGINARY);
      storeTurned(p1, sub(evenSumR, oddSumR), sub(evenSumI, oddSumI), c2, s2);
      storeTurned(p2, add(evenDifR, oddDifI), sub(evenDifI, oddDifR), c1, s1);
      storeTurned(p3, sub(evenDifR, oddDifI), add(evenDifI, oddDifR), c3, s3);
    }
  }
}

/** The radix-4 stage of span 1: its factors are all 1. */
function splitLast(base: usize, length: i32): void {
  const end = base + <usize>length * BIN;
  for (let p = base; p < end; p += 4 * BIN) {
    const evenSumR = add(v128.load(p), v128.load(p, 2 * BIN));
    const evenSumI = add(v128.load(p, IMAGINARY), v128.load(p, 2 * BIN + IMAGINARY));
    const evenDifR = sub(v128.load(p), v128.load(p, 2 * BIN));
    const evenDifI = sub(v128.load(p, IMAGINARY), v128.load(p, 2 * BIN + IMAGINARY));
    const oddSumR = add(v128.load(p, BIN), v128.load(p, 3 * BIN));
    const oddSumI = add(v128.load(p, BIN + IMAGINARY), v128.load(p, 3 * BIN + IMAGINARY));
    const oddDifR = sub(v128.load(p, BIN), v128.load(p, 3 * BIN));
    const oddDifI = sub(v128.load(p, BIN + IMAGINARY), v128.load(p, 3 * BIN + IMAGINARY));
    v128.store(p, add(evenSumR, oddSumR));
    v128.store(p, add(evenSumI, oddSumI), IMAGINARY);
    v128.store(p, sub(evenSumR, oddSumR), BIN);
    v128.store(p, sub(evenSumI, oddSumI), BIN + IMAGINARY);
    v128.store(p, add(evenDifR, oddDifI), 2 * BIN);
    v128.store(p, sub(evenDifI, oddDifR), 2 * BIN + IMAGINARY);
    v128.store(p, sub(evenDifR, oddDifI), 3 * BIN);
    v128.store(p, add(evenDifI, oddDifR), 3 * BIN + IMAGINARY);
  }
}

/** Stores (re + i*im) * (c + i*s). */
function storeTurned(at: usize, re: v128, im: v128, c: v128, s: v128): void {
  v128.store(at, sub(mul(re, c), mul(im, s)));
  v128.store(at, add(mul(re, s), mul(im, c)), IMAGINARY);
}

/**
 * The way back, in place: bit-reversed order in. Runs the radix-4 stages with a span below `lastSpan`; with
 * `lastSpan = length` the result is complete and in natural order, and `length` must be a power of four. Who needs few
 * of the results stops one stage earlier and computes these itself.
 */
export function joinStages(base: usize, length: i32, lastSpan: i32): void {
  joinFirst(base, length);
  for (let span = 4; span < lastSpan; span <<= 2) joinFour(base, length, span);
}

/** The radix-4 stage of span 1: its factors are all 1. */
function joinFirst(base: usize, length: i32): void {
  const end = base + <usize>length * BIN;
  for (let p = base; p < end; p += 4 * BIN) {
    const evenSumR = add(v128.load(p), v128.load(p, BIN));
    const evenSumI = add(v128.load(p, IMAGINARY), v128.load(p, BIN + IMAGINARY));
    const evenDifR = sub(v128.load(p), v128.load(p, BIN));
    const evenDifI = sub(v128.load(p, IMAGINARY), v128.load(p, BIN + IMAGINARY));
    const oddSumR = add(v128.load(p, 2 * BIN), v128.load(p, 3 * BIN));
    const oddSumI = add(v128.load(p, 2 * BIN + IMAGINARY), v128.load(p, 3 * BIN + IMAGINARY));
    const oddDifR = sub(v128.load(p, 2 * BIN), v128.load(p, 3 * BIN));
    const oddDifI = sub(v128.load(p, 2 * BIN + IMAGINARY), v128.load(p, 3 * BIN + IMAGINARY));
    v128.store(p, add(evenSumR, oddSumR));
    v128.store(p, add(evenSumI, oddSumI), IMAGINARY);
    v128.store(p, add(evenDifR, oddDifI), BIN);
    v128.store(p, sub(evenDifI, oddDifR), BIN + IMAGINARY);
    v128.store(p, sub(evenSumR, oddSumR), 2 * BIN);
    v128.store(p, sub(evenSumI, oddSumI), 2 * BIN + IMAGINARY);
    v128.store(p, sub(evenDifR, oddDifI), 3 * BIN);
    v128.store(p, add(evenDifI, oddDifR), 3 * BIN + IMAGINARY);
  }
}

/** One radix-4 stage: four blocks of span bins become one of 4*span. They stand in the order 0, 2, 1, 3. */
function joinFour(base: usize, length: i32, span: i32): void {
  const step = <usize>span * BIN;
  const end = base + <usize>length * BIN;
  for (let k = 0; k < span; k++) {
    const c1 = loadSplat(twiddleAt(k, 4 * span));
    const s1 = loadSplat(twiddleAt(k, 4 * span) + 4);
    const c2 = loadSplat(twiddleAt(2 * k, 4 * span));
    const s2 = loadSplat(twiddleAt(2 * k, 4 * span) + 4);
    const c3 = loadSplat(twiddleAt(3 * k, 4 * span));
    const s3 = loadSplat(twiddleAt(3 * k, 4 * span) + 4);
    for (let p0 = base + <usize>k * BIN; p0 < end; p0 += 4 * step) {
      const p1 = p0 + step;
      const p2 = p1 + step;
      const p3 = p2 + step;
      const r1 = turnedRe(p2, c1, s1);
      const i1 = turnedIm(p2, c1, s1);
      const r2 = turnedRe(p1, c2, s2);
      const i2 = turnedIm(p1, c2, s2);
      const r3 = turnedRe(p3, c3, s3);
      const i3 = turnedIm(p3, c3, s3);
      const evenSumR = add(v128.load(p0), r2);
      const evenSumI = add(v128.load(p0, IMAGINARY), i2);
      const evenDifR = sub(v128.load(p0), r2);
      const evenDifI = sub(v128.load(p0, IMAGINARY), i2);
      const oddSumR = add(r1, r3);
      const oddSumI = add(i1, i3);
      const oddDifR = sub(r1, r3);
      const oddDifI = sub(i1, i3);
      v128.store(p0, add(evenSumR, oddSumR));
      v128.store(p0, add(evenSumI, oddSumI), IMAGINARY);
      v128.store(p1, add(evenDifR, oddDifI));
      v128.store(p1, sub(evenDifI, oddDifR), IMAGINARY);
      v128.store(p2, sub(evenSumR, oddSumR));
      v128.store(p2, sub(evenSumI, oddSumI), IMAGINARY);
      v128.store(p3, sub(evenDifR, oddDifI));
      v128.store(p3, add(evenDifI, oddDifR), IMAGINARY);
    }
  }
}

/** Real part of the bin at an address times c + i*s. */
export function turnedRe(at: usize, c: v128, s: v128): v128 {
  return sub(mul(v128.load(at), c), mul(v128.load(at, IMAGINARY), s));
}

/** Imaginary part of the bin at an address times c + i*s. */
export function turnedIm(at: usize, c: v128, s: v128): v128 {
  return add(mul(v128.load(at), s), mul(v128.load(at, IMAGINARY), c));
}
