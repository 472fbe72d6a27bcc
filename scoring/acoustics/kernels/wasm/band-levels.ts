import { powerToDb } from "./decibels";
import { BIN, IMAGINARY } from "./fft-bins";
import { BATCH, fillBatch, setFrame } from "./frame-batch";
import { add, splat } from "./lanes";
import { hzOf, melOf } from "./mel-scale";
import { HOP, SAMPLE_RATE_HZ } from "./pitch-settings";
import { measureBatch, POWERS, SPECTRUM_LENGTH } from "./power-spectrum";
import { storeTransposed } from "./transpose";

export const BAND_COUNT: i32 = 20;
/** Mains hum and rumble lie below, the anti-alias slope of resamplers above. */
const LOWEST_HZ: f64 = 120;
const HIGHEST_HZ: f64 = 7400;
/** Far below any background, so that a recording at a low gain still has one. */
const BAND_FLOOR_DB: f32 = -200;
/** First bin of each band, and the end of the last. */
const EDGES: usize = memory.data(4 * 21, 16);
/** Bytes of one frame's row of levels. */
const ROW: usize = 4 * 20;

for (let band = 0; band <= BAND_COUNT; band++) {
  const low = melOf(LOWEST_HZ);
  const width = (melOf(HIGHEST_HZ) - low) / BAND_COUNT;
  const hz = hzOf(low + band * width);
  store<i32>(EDGES + ((<usize>band) << 2), <i32>Math.round((hz * SPECTRUM_LENGTH) / SAMPLE_RATE_HZ));
}

/**
 * Levels of BAND_COUNT bands, equally wide on the mel scale, of every frame: the power spectrum of 25 ms summed over each
 * band's bins, in dB relative to full scale, at least BAND_FLOOR_DB. Frame f's window starts at `samples + 4 * HOP * f`.
 * Writes 32-bit floats, frame after frame, for a multiple of BATCH frames.
 */
export function measureBands(samples: usize, frames: i32, levels: usize): void {
  for (let first = 0; first < frames; first += BATCH) {
    const here = min(BATCH, frames - first);
    for (let i = 0; i < here; i++) setFrame(i, samples + ((<usize>((first + i) * HOP)) << 2), 0);
    fillBatch(here);
    measureBatch();
    const row = levels + <usize>first * ROW;
    for (let band = 0; band < BAND_COUNT; band += 4) {
      storeBands(band, 0, row + ((<usize>band) << 2));
      storeBands(band, IMAGINARY, row + ROW + ((<usize>band) << 2));
    }
  }
}

/** Writes four bands of every second frame of the batch. */
function storeBands(band: i32, half: usize, at: usize): void {
  storeTransposed(
    bandLevel(band, half),
    bandLevel(band + 1, half),
    bandLevel(band + 2, half),
    bandLevel(band + 3, half),
    at,
    2 * ROW,
  );
}

function bandLevel(band: i32, half: usize): v128 {
  const edge = EDGES + ((<usize>band) << 2);
  const end = POWERS + half + <usize>load<i32>(edge, 4) * BIN;
  let sum = splat(0);
  for (let at = POWERS + half + <usize>load<i32>(edge) * BIN; at < end; at += BIN) sum = add(sum, v128.load(at));
  return powerToDb(sum, BAND_FLOOR_DB);
}
