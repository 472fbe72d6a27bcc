import { BIN, FACTORS, factorsOf, IMAGINARY } from "./fft-bins";
import { add, loadSplat, mul, sub } from "./lanes";

/**
 * The way back, in place: bit-reversed order in, natural order out. `length` is a power of four. Only the first `wanted`
 * bins, at most a quarter, are computed.
 */
export function joinInPlace(base: usize, length: i32, wanted: i32): void {
  joinFirst(base, length);
  for (let span = 4; span < length >> 2; span <<= 2) joinStage(base, length, span);
  joinWanted(base, length >> 2, wanted);
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

/** One radix-4 stage: four blocks of span bins, in the order 0, 2, 1, 3, become one of 4*span. */
function joinStage(base: usize, length: i32, span: i32): void {
  const step = <usize>span * BIN;
  const end = base + <usize>length * BIN;
  let factors = factorsOf(span);
  for (let k = 0; k < span; k++) {
    for (let p0 = base + <usize>k * BIN; p0 < end; p0 += 4 * step) {
      const p2 = p0 + step;
      const p1 = p2 + step;
      const p3 = p1 + step;
      const r1 = turnedRe(p1, factors);
      const i1 = turnedIm(p1, factors);
      const r2 = turnedRe(p2, factors + 8);
      const i2 = turnedIm(p2, factors + 8);
      const r3 = turnedRe(p3, factors + 16);
      const i3 = turnedIm(p3, factors + 16);
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
      v128.store(p2, add(evenDifR, oddDifI));
      v128.store(p2, sub(evenDifI, oddDifR), IMAGINARY);
      v128.store(p1, sub(evenSumR, oddSumR));
      v128.store(p1, sub(evenSumI, oddSumI), IMAGINARY);
      v128.store(p3, sub(evenDifR, oddDifI));
      v128.store(p3, add(evenDifI, oddDifR), IMAGINARY);
    }
    factors += FACTORS;
  }
}

/** The last stage for the first bins: X[k] = x0[k] + w^k*x1[k] + w^2k*x2[k] + w^3k*x3[k]. */
function joinWanted(base: usize, span: i32, wanted: i32): void {
  const step = <usize>span * BIN;
  const end = base + <usize>wanted * BIN;
  let factors = factorsOf(span);
  for (let p0 = base; p0 < end; p0 += BIN) {
    const p2 = p0 + step;
    const p1 = p2 + step;
    const p3 = p1 + step;
    const oddR = add(turnedRe(p1, factors), turnedRe(p3, factors + 16));
    const oddI = add(turnedIm(p1, factors), turnedIm(p3, factors + 16));
    const evenR = add(v128.load(p0), turnedRe(p2, factors + 8));
    const evenI = add(v128.load(p0, IMAGINARY), turnedIm(p2, factors + 8));
    v128.store(p0, add(evenR, oddR));
    v128.store(p0, add(evenI, oddI), IMAGINARY);
    factors += FACTORS;
  }
}

/** Real part of the bin at an address times the factor at another. */
function turnedRe(at: usize, factor: usize): v128 {
  return sub(mul(v128.load(at), loadSplat(factor)), mul(v128.load(at, IMAGINARY), loadSplat(factor + 4)));
}

/** Imaginary part of the bin at an address times the factor at another. */
function turnedIm(at: usize, factor: usize): v128 {
  return add(mul(v128.load(at), loadSplat(factor + 4)), mul(v128.load(at, IMAGINARY), loadSplat(factor)));
}
