import { BIN, CACHED_LENGTH, FACTORS, factorsOf, IMAGINARY } from "./fft-bins";
import { add, loadSplat, mul, sub } from "./lanes";

/** Stands for inputs that are not there. */
const ZERO: usize = memory.data(32, 16);

/**
 * Transforms in place: natural order in, bit-reversed order out. Only the first `filled` bins are read, at least a
 * quarter of them; the others count as 0. A length that is no power of four ends with a radix-2 stage.
 */
export function splitInPlace(base: usize, length: i32, filled: i32): void {
  const quarter = length >> 2;
  splitStage(base, length, quarter, filled);
  for (let i = 0; i < 4; i++) splitWhole(base + <usize>(i * quarter) * BIN, quarter);
}

/** Finishes one part after the other where a part and its factors fit into the processor's first cache. */
function splitWhole(base: usize, length: i32): void {
  if (length > CACHED_LENGTH) return splitInPlace(base, length, length);
  let span = length >> 2;
  for (; span > 1; span >>= 2) splitStage(base, length, span, length);
  if (span == 1) splitLast(base, length);
  else splitPairs(base, length);
}

/** One radix-4 stage: every block of 4*span bins becomes four blocks of span bins. */
function splitStage(base: usize, length: i32, span: i32, filled: i32): void {
  const step = <usize>span * BIN;
  const end = base + <usize>length * BIN;
  const filledEnd = base + <usize>filled * BIN;
  for (let block = base; block < end; block += 4 * step) {
    let factors = factorsOf(span);
    for (let p0 = block; p0 < block + step; p0 += BIN) {
      const p1 = p0 + step;
      const p2 = p1 + step;
      const p3 = p2 + step;
      const from1 = p1 < filledEnd ? p1 : ZERO;
      const from2 = p2 < filledEnd ? p2 : ZERO;
      const from3 = p3 < filledEnd ? p3 : ZERO;
      const evenSumR = add(v128.load(p0), v128.load(from2));
      const evenSumI = add(v128.load(p0, IMAGINARY), v128.load(from2, IMAGINARY));
      const evenDifR = sub(v128.load(p0), v128.load(from2));
      const evenDifI = sub(v128.load(p0, IMAGINARY), v128.load(from2, IMAGINARY));
      const oddSumR = add(v128.load(from1), v128.load(from3));
      const oddSumI = add(v128.load(from1, IMAGINARY), v128.load(from3, IMAGINARY));
      const oddDifR = sub(v128.load(from1), v128.load(from3));
      const oddDifI = sub(v128.load(from1, IMAGINARY), v128.load(from3, IMAGINARY));
      v128.store(p0, add(evenSumR, oddSumR));
      v128.store(p0, add(evenSumI, oddSumI), IMAGINARY);
      storeTurned(p1, sub(evenSumR, oddSumR), sub(evenSumI, oddSumI), factors + 8);
      storeTurned(p2, add(evenDifR, oddDifI), sub(evenDifI, oddDifR), factors);
      storeTurned(p3, sub(evenDifR, oddDifI), add(evenDifI, oddDifR), factors + 16);
      factors += FACTORS;
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

/** The radix-2 stage of span 1. */
function splitPairs(base: usize, length: i32): void {
  const end = base + <usize>length * BIN;
  for (let p = base; p < end; p += 2 * BIN) {
    const differenceR = sub(v128.load(p), v128.load(p, BIN));
    const differenceI = sub(v128.load(p, IMAGINARY), v128.load(p, BIN + IMAGINARY));
    v128.store(p, add(v128.load(p), v128.load(p, BIN)));
    v128.store(p, add(v128.load(p, IMAGINARY), v128.load(p, BIN + IMAGINARY)), IMAGINARY);
    v128.store(p, differenceR, BIN);
    v128.store(p, differenceI, BIN + IMAGINARY);
  }
}

/** Stores re + i*im times the factor at an address. */
function storeTurned(at: usize, re: v128, im: v128, factor: usize): void {
  const c = loadSplat(factor);
  const s = loadSplat(factor + 4);
  v128.store(at, sub(mul(re, c), mul(im, s)));
  v128.store(at, add(mul(re, s), mul(im, c)), IMAGINARY);
}
