import { BAND_COUNT } from "./band-levels";

/** An excess per band counts up to this much, so that one loud band (a beep) does not make a frame speech, dB. */
const EXCESS_CAP_DB: f64 = 30;
/** Bands that decide whether a frame stands out: the six with the largest excess. */
const BANDS_THAT_COUNT: f64 = 6;
/** Bytes of one frame's row of levels. */
const ROW: usize = 4 * 20;

/**
 * How far each frame stands out from the background, dB, 0..30: mean of its six largest band excesses, level - floor, each
 * between 0 and the cap (after the long-term spectral divergence of Ramirez et al. 2004, which takes the mean of all).
 *
 * `levels` comes from measureBands, `floor` holds a 64-bit float a band. Writes one 32-bit float a frame. Two frames run
 * side by side; a value is let down through the six largest so far, each keeping the larger and passing on the smaller.
 */
export function measureExcess(levels: usize, floor: usize, frames: i32, excess: usize): void {
  for (let frame = 0; frame < frames; frame += 2) {
    const row = levels + <usize>frame * ROW;
    const hasSecond = frame + 1 < frames;
    const mean = f64x2.div(sumOfLargest(row, hasSecond ? row + ROW : row, floor), f64x2.splat(BANDS_THAT_COUNT));
    const at = excess + ((<usize>frame) << 2);
    store<f32>(at, <f32>f64x2.extract_lane(mean, 0));
    if (hasSecond) store<f32>(at, <f32>f64x2.extract_lane(mean, 1), 4);
  }
}

/** Sum of the six largest excesses of two frames, the largest first. What is below 0 or no number counts as 0. */
function sumOfLargest(first: usize, second: usize, floor: usize): v128 {
  let a = f64x2.splat(0);
  let b = a;
  let c = a;
  let d = a;
  let e = a;
  let f = a;
  for (let band: usize = 0; band < <usize>BAND_COUNT; band++) {
    const pair = v128.load_lane<f32>(second + (band << 2), v128.load_zero<f32>(first + (band << 2)), 1);
    const above = f64x2.sub(f64x2.promote_low_f32x4(pair), v128.load_splat<f64>(floor + (band << 3)));
    let passed = f64x2.pmin(above, f64x2.splat(EXCESS_CAP_DB));
    let kept = f64x2.pmax(a, passed);
    passed = f64x2.pmin(passed, a);
    a = kept;
    kept = f64x2.pmax(b, passed);
    passed = f64x2.pmin(passed, b);
    b = kept;
    kept = f64x2.pmax(c, passed);
    passed = f64x2.pmin(passed, c);
    c = kept;
    kept = f64x2.pmax(d, passed);
    passed = f64x2.pmin(passed, d);
    d = kept;
    kept = f64x2.pmax(e, passed);
    passed = f64x2.pmin(passed, e);
    e = kept;
    f = f64x2.pmax(f, passed);
  }
  return f64x2.add(f64x2.add(f64x2.add(f64x2.add(f64x2.add(a, b), c), d), e), f);
}
