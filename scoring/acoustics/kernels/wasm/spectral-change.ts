import { BAND_COUNT } from "./band-levels";
import { add, maxLane, mul, splat, sub, sumLanes } from "./lanes";

/** Bands this far under the frame's strongest band hold noise rather than voice and count as that deep, dB. */
const DYNAMIC_RANGE_DB: f32 = 30;
/** Bytes of one frame's row of levels: five vectors. */
const ROW: usize = 4 * 20;

/**
 * Spectral change around each frame, in dB: standard deviation over the bands of the difference between the frame after
 * and the frame before (20 ms). A mere change of level moves all bands alike and counts nothing. The first and last frame
 * take their neighbour's value; below three frames all are 0. One 32-bit float a frame.
 */
export function measureSpectralChange(levels: usize, frames: i32, changes: usize): void {
  memory.fill(changes, 0, (<usize>frames) << 2);
  if (frames < 3) return;
  for (let frame = 1; frame < frames - 1; frame++) {
    const before = levels + <usize>(frame - 1) * ROW;
    store<f32>(changes + ((<usize>frame) << 2), shapeDifference(before, before + 2 * ROW));
  }
  store<f32>(changes, load<f32>(changes, 4));
  const last = changes + ((<usize>(frames - 1)) << 2);
  store<f32>(last, load<f32>(last - 4));
}

function shapeDifference(before: usize, after: usize): f32 {
  const floorBefore = splat(strongest(before) - DYNAMIC_RANGE_DB);
  const floorAfter = splat(strongest(after) - DYNAMIC_RANGE_DB);
  let sums = splat(0);
  let squares = splat(0);
  for (let i: usize = 0; i < ROW; i += 16) {
    const deepBefore = f32x4.pmax(v128.load(before + i), floorBefore);
    const difference = sub(f32x4.pmax(v128.load(after + i), floorAfter), deepBefore);
    sums = add(sums, difference);
    squares = add(squares, mul(difference, difference));
  }
  const mean = sumLanes(sums) / <f32>BAND_COUNT;
  return sqrt(max<f32>(0, sumLanes(squares) / <f32>BAND_COUNT - mean * mean));
}

function strongest(row: usize): f32 {
  let largest = v128.load(row);
  for (let i: usize = 16; i < ROW; i += 16) largest = f32x4.pmax(largest, v128.load(row + i));
  return maxLane(largest);
}
