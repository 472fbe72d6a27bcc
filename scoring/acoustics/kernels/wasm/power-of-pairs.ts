import { BIN, IMAGINARY } from "./fft-bins";
import { add, mul, sub } from "./lanes";

/**
 * Replaces Z = A + iB, the transform of both frames of a lane, by |A|^2 + i|B|^2. With Z' = Z[-k]: A = (Z + conj Z')/2 and
 * B = (Z - conj Z')/2i; the factor 1/4 cancels in the normalisation. In bit-reversed order bins k and -k stand in mirrored
 * places of each block [2^j, 2^(j+1)).
 */
export function replaceByPower(bins: usize, length: i32): void {
  powerOfPair(bins, bins);
  for (let block = BIN; block < <usize>length * BIN; block <<= 1) {
    let p = bins + block;
    let q = bins + 2 * block - BIN;
    for (; p <= q; p += BIN, q -= BIN) powerOfPair(p, q);
  }
}

function powerOfPair(p: usize, q: usize): void {
  const aR = add(v128.load(p), v128.load(q));
  const aI = sub(v128.load(p, IMAGINARY), v128.load(q, IMAGINARY));
  const bR = add(v128.load(p, IMAGINARY), v128.load(q, IMAGINARY));
  const bI = sub(v128.load(q), v128.load(p));
  const powerA = add(mul(aR, aR), mul(aI, aI));
  const powerB = add(mul(bR, bR), mul(bI, bI));
  v128.store(p, powerA);
  v128.store(p, powerB, IMAGINARY);
  v128.store(q, powerA);
  v128.store(q, powerB, IMAGINARY);
}
