import { BIN, CACHED_LENGTH, FACTORS, factorsOf, IMAGINARY } from "./fft-bins";
import { add, loadSplat, mul, sub } from "./lanes";

/**
 * The way back, in place: bit-reversed order in, natural order out. `length` is a power of four. Only the first `wanted`
 * bins, at most a quarter, are computed.
 */
export function joinInPlace(base: usize, length: i32, wanted: i32): void {
  const quarter = length >> 2;
  for (let i = 0; i < 4; i++) joinWhole(base + <usize>(i * quarter) * BIN, quarter);
  joinWanted(base, quarter, wanted);
}

/** All results; one part after the other where a part and its factors fit into the processor's first cache. */
function joinWhole(base: usize, length: i32): void {
  const quarter = length >> 2;
  if (length > CACHED_LENGTH) {
    for (let i = 0; i < 4; i++) joinWhole(base + <usize>(i * quarter) * BIN, quarter);
    joinStage(base, length, quarter);
    return;
  }
  joinFirst(base, length);
  for (let span = 4; span < length; span <<= 2) joinStage(base, length, span);
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

/**
 * One radix-4 stage: four blocks of span bins, in the order 0, 2, 1, 3, become one of 4*span. What is read more than once is
 * kept in names: the engine would load it again, because it cannot know that no store in between changed it.
 */
function joinStage(base: usize, length: i32, span: i32): void {
  const step = <usize>span * BIN;
  const end = base + <usize>length * BIN;
  for (let block = base; block < end; block += 4 * step) {
    let factors = factorsOf(span);
    for (let p0 = block; p0 < block + step; p0 += BIN) {
      const c1 = loadSplat(factors);
      const s1 = loadSplat(factors + 4);
      const c2 = loadSplat(factors + 8);
      const s2 = loadSplat(factors + 12);
      const c3 = loadSplat(factors + 16);
      const s3 = loadSplat(factors + 20);
      const p2 = p0 + step;
      const p1 = p2 + step;
      const p3 = p1 + step;
      let re = v128.load(p2);
      let im = v128.load(p2, IMAGINARY);
      const r2 = sub(mul(re, c2), mul(im, s2));
      const i2 = add(mul(re, s2), mul(im, c2));
      re = v128.load(p0);
      im = v128.load(p0, IMAGINARY);
      const evenSumR = add(re, r2);
      const evenSumI = add(im, i2);
      const evenDifR = sub(re, r2);
      const evenDifI = sub(im, i2);
      re = v128.load(p1);
      im = v128.load(p1, IMAGINARY);
      const r1 = sub(mul(re, c1), mul(im, s1));
      const i1 = add(mul(re, s1), mul(im, c1));
      re = v128.load(p3);
      im = v128.load(p3, IMAGINARY);
      const r3 = sub(mul(re, c3), mul(im, s3));
      const i3 = add(mul(re, s3), mul(im, c3));
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
      factors += FACTORS;
    }
  }
}

/** The last stage for the first bins: X[k] = x0[k] + w^2k*x2[k] + w^k*x1[k] + w^3k*x3[k]. */
function joinWanted(base: usize, span: i32, wanted: i32): void {
  const step = <usize>span * BIN;
  const end = base + <usize>wanted * BIN;
  let factors = factorsOf(span);
  for (let p0 = base; p0 < end; p0 += BIN) {
    addTurned(p0, p0 + step, factors + 8);
    addTurned(p0, p0 + 2 * step, factors);
    addTurned(p0, p0 + 3 * step, factors + 16);
    factors += FACTORS;
  }
}

/** Adds the bin at an address, times a factor, to another. */
function addTurned(to: usize, from: usize, factor: usize): void {
  const c = loadSplat(factor);
  const s = loadSplat(factor + 4);
  const re = v128.load(from);
  const im = v128.load(from, IMAGINARY);
  v128.store(to, add(v128.load(to), sub(mul(re, c), mul(im, s))));
  v128.store(to, add(v128.load(to, IMAGINARY), add(mul(re, s), mul(im, c))), IMAGINARY);
}
