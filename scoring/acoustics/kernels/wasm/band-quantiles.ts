import { BAND_COUNT } from "./band-levels";
import { afterPlace, atPlace, orderKey, selectKey } from "./order-statistics";

/** Bytes of one frame's row of levels. */
const ROW: usize = 4 * 20;
/** Bytes of one frame's keys: four bands run side by side. */
export const QUANTILE_KEYS: usize = 16;

/**
 * For each band the quantile of its levels in the `count` listed frames (32-bit whole numbers at `kept`), after a centred
 * running mean over `width` (odd) of them; at both ends over those that exist. Linear between order statistics (type 7 of
 * Hyndman & Fan 1996), `share` 0..1. Sums and results are 64-bit floats, means 32-bit. `keys` is scratch of QUANTILE_KEYS
 * bytes a listed frame; `count` must not be 0.
 */
export function measureBandQuantiles(
  levels: usize,
  kept: usize,
  count: i32,
  width: i32,
  share: f64,
  keys: usize,
  quantiles: usize,
): void {
  const position = share * <f64>(count - 1);
  const place = <i32>floor(position);
  for (let band = 0; band < BAND_COUNT; band += 4) {
    writeMeans(levels + ((<usize>band) << 2), kept, count, width >> 1, keys);
    for (let lane = 0; lane < 4; lane++) {
      selectKey(keys + ((<usize>lane) << 2), count, QUANTILE_KEYS, place);
      const low = <f64>atPlace;
      const quantile = low + (position - <f64>place) * (<f64>afterPlace - low);
      store<f64>(quantiles + ((<usize>(band + lane)) << 3), quantile);
    }
  }
}

/** Running means of four bands, as keys to select by. */
function writeMeans(levels: usize, kept: usize, count: i32, half: i32, keys: usize): void {
  let low = f64x2.splat(0);
  let high = f64x2.splat(0);
  for (let i = 0; i < min(half, count); i++) {
    const entering = levelsOf(levels, kept, i);
    low = f64x2.add(low, f64x2.promote_low_f32x4(entering));
    high = f64x2.add(high, promoteHigh(entering));
  }
  for (let i = 0; i < count; i++) {
    if (i + half < count) {
      const entering = levelsOf(levels, kept, i + half);
      low = f64x2.add(low, f64x2.promote_low_f32x4(entering));
      high = f64x2.add(high, promoteHigh(entering));
    }
    if (i - half - 1 >= 0) {
      const leaving = levelsOf(levels, kept, i - half - 1);
      low = f64x2.sub(low, f64x2.promote_low_f32x4(leaving));
      high = f64x2.sub(high, promoteHigh(leaving));
    }
    const size = f64x2.splat(<f64>(min(count - 1, i + half) - max(0, i - half) + 1));
    const meansLow = f32x4.demote_f64x2_zero(f64x2.div(low, size));
    const meansHigh = f32x4.demote_f64x2_zero(f64x2.div(high, size));
    v128.store(keys + <usize>i * QUANTILE_KEYS, orderKey(v128.shuffle<f32>(meansLow, meansHigh, 0, 1, 4, 5)));
  }
}

function levelsOf(levels: usize, kept: usize, i: i32): v128 {
  return v128.load(levels + <usize>load<i32>(kept + ((<usize>i) << 2)) * ROW);
}

function promoteHigh(lanes: v128): v128 {
  return f64x2.promote_low_f32x4(v128.shuffle<f32>(lanes, lanes, 2, 3, 0, 1));
}
