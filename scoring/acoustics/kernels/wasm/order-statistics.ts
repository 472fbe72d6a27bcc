/** Bits of a number that one pass looks at, from the top: 11, 11 and 10 of 32. */
const DIGIT_BITS: i32 = 11;
const COUNTS: usize = memory.data(4 * 2048, 16);

/** The value found, and the one that follows it in ascending order. */
export let atPlace: f32 = 0;
export let afterPlace: f32 = 0;

/**
 * The key of a number: whole numbers without sign in the order of the 32-bit floats that they stand for (negative ones
 * with all bits turned round, the others with the sign's).
 */
export function orderKey(bits: v128): v128 {
  const negative = i32x4.shr_s(bits, 31);
  return v128.xor(bits, v128.or(negative, i32x4.splat(0x80000000)));
}

/**
 * Finds the key that sorting would put at `place` among `count` keys, and the next one (the same where it is the last), and
 * leaves their numbers in atPlace and afterPlace. Radix selection: each pass counts how many keys share the digits found so
 * far and have which next digit; three passes, however the keys are spread. `stride` is the bytes from one key to the next.
 */
export function selectKey(keys: usize, count: i32, stride: usize, place: i32): void {
  const end = keys + <usize>count * stride;
  let found: u32 = 0;
  let known: u32 = 0;
  let rest = place;
  for (let shift = 32 - DIGIT_BITS; ; shift = max(0, shift - DIGIT_BITS)) {
    const digits: u32 = (1 << min(DIGIT_BITS, shift == 0 ? 32 - 2 * DIGIT_BITS : DIGIT_BITS)) - 1;
    memory.fill(COUNTS, 0, 4 * 2048);
    for (let at = keys; at < end; at += stride) {
      const key = load<u32>(at);
      if ((key & known) != found) continue;
      const counter = COUNTS + ((<usize>((key >> shift) & digits)) << 2);
      store<i32>(counter, load<i32>(counter) + 1);
    }
    let digit: u32 = 0;
    for (; rest >= countOf(digit); digit++) rest -= countOf(digit);
    found |= digit << shift;
    known |= digits << shift;
    if (shift > 0) continue;
    atPlace = numberOf(found);
    afterPlace =
      rest + 1 < countOf(digit) || place + 1 == count ? atPlace : numberOf(lowestAbove(keys, end, stride, found));
    return;
  }
}

function countOf(digit: u32): i32 {
  return load<i32>(COUNTS + ((<usize>digit) << 2));
}

function lowestAbove(keys: usize, end: usize, stride: usize, limit: u32): u32 {
  let lowest = u32.MAX_VALUE;
  for (let at = keys; at < end; at += stride) {
    const key = load<u32>(at);
    lowest = key > limit && key < lowest ? key : lowest;
  }
  return lowest;
}

function numberOf(key: u32): f32 {
  return reinterpret<f32>(key & 0x80000000 ? key ^ 0x80000000 : ~key);
}
