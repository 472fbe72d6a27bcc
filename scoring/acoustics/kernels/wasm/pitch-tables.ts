import { correlateBatch, rowBytes, writeUndoTaper } from "./autocorrelation";
import { COMPUTED_LAGS, FFT_LENGTH, HALF_WINDOW } from "./pitch-settings";
import { writeHannWindow } from "./windows";

const WINDOW_LENGTH: i32 = 2 * HALF_WINDOW;
/** The window's length with zeros up to a multiple of four. */
const PADDED_WINDOW_LENGTH: i32 = 640;
/** The F0 track's Hann window. */
export const PITCH_WINDOW: usize = memory.data(4 * 640, 16);
const UNDO_TAPER: usize = memory.data(4 * 248, 16);
const BINS: usize = memory.data(32 * 1024, 64);
const ROWS: usize = memory.data(8 * 4 * (32 + 248), 16);

writeHannWindow(PITCH_WINDOW, WINDOW_LENGTH);
writeUndoTaper(UNDO_TAPER, PITCH_WINDOW, WINDOW_LENGTH, COMPUTED_LAGS);

/** Normalised autocorrelations of the batch, for the lags of the F0 track. */
export function correlatePitchBatch(gain: f32): void {
  correlateBatch(BINS, FFT_LENGTH, PITCH_WINDOW, PADDED_WINDOW_LENGTH, UNDO_TAPER, ROWS, COMPUTED_LAGS, gain);
}

/** Row of frame i of the batch. */
export function pitchRow(i: i32): usize {
  return ROWS + <usize>i * rowBytes(COMPUTED_LAGS);
}
