import { add, mul, splat, sub } from "./lanes";

/** 10 * log10(2): decibels of one doubling of power. */
const DB_PER_DOUBLING: f32 = 3.0102999566398119521;
const LN_2: f32 = 0.69314718055994530942;
const SQRT_2: f32 = 1.4142135623730950488;
/** 2 / ln 2: the first coefficient of the series below. */
const SERIES: f32 = 2.885390081777926815;
/** Smallest normal number: less counts as this. */
const LEAST: f32 = 1.1754943508222875e-38;

/**
 * log2 of four numbers; less than 2^-126 counts as 2^-126. With x = 2^e * m and sqrt(1/2) < m <= sqrt(2) it is
 * e + log2(m), and log2(m) = 2/ln2 * (z + z^3/3 + z^5/5 + z^7/7 + z^9/9), z = (m - 1)/(m + 1): the error of leaving off the
 * rest is below 1e-9. Multiplications, additions and a division only, so that every engine gives the same bits.
 */
export function log2(x: v128): v128 {
  const positive = f32x4.pmax(x, splat(LEAST));
  const exponent = i32x4.sub(i32x4.shr_u(positive, 23), i32x4.splat(127));
  const one = i32x4.splat(0x3f800000);
  const mantissa = v128.or(v128.and(positive, i32x4.splat(0x7fffff)), one);
  const large = f32x4.gt(mantissa, splat(SQRT_2));
  const m = v128.bitselect(mul(mantissa, splat(0.5)), mantissa, large);
  // A comparison's lanes are 0 or -1: subtracting adds 1 where the mantissa was halved.
  const e = f32x4.convert_i32x4_s(i32x4.sub(exponent, large));
  const z = f32x4.div(sub(m, splat(1)), add(m, splat(1)));
  const z2 = mul(z, z);
  let sum = add(mul(z2, splat(1 / 9)), splat(1 / 7));
  sum = add(mul(z2, sum), splat(1 / 5));
  sum = add(mul(z2, sum), splat(1 / 3));
  sum = add(mul(z2, sum), splat(1));
  return add(e, mul(mul(z, splat(SERIES)), sum));
}

/** 10*log10(power) of four powers, at least `floorDb` (>= -370). */
export function powerToDb(power: v128, floorDb: f32): v128 {
  return f32x4.pmax(splat(floorDb), mul(log2(power), splat(DB_PER_DOUBLING)));
}

/** Natural logarithm of four numbers. */
export function naturalLog(x: v128): v128 {
  return mul(log2(x), splat(LN_2));
}
