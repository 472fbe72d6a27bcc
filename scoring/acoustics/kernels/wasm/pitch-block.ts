import { BATCH, fillBatch, setFrame } from "./frame-batch";
import { findCandidates } from "./pitch-candidates";
import { localMean, localPeak } from "./pitch-frame";
import { extendPath, FREQUENCY_ROW, ORIGIN_ROW, unvoicedStrength } from "./pitch-path";
import { correlatePitchBatch, PITCH_WINDOW, pitchRow } from "./pitch-tables";
import { HALF_PERIOD, HALF_WINDOW, HOP, LONGEST_PERIOD, MAX_CANDIDATES, VOICED_UNVOICED_COST } from "./pitch-settings";

/** Frames of one call at most. */
export const BLOCK_FRAMES: i32 = 512;
/** A frame is certainly unvoiced when even a perfect period (strength 1) between two changes of voicing would lose. */
const CERTAINLY_UNVOICED: f64 = 1 + 2 * VOICED_UNVOICED_COST;
/** Softer recordings than this hold no sound: 32-bit floats could not scale them up. */
const LEAST_PEAK: f32 = 1e-30;

const RELATIVE_PEAKS: usize = memory.data(8 * 512, 16);
const COUNTS: usize = memory.data(512, 16);
const STRENGTHS: usize = memory.data(4 * 15 * 512, 16);
/** Frames of the batch that is being filled. */
const WAITING: usize = memory.data(4 * 8, 16);

/**
 * Analyses up to BLOCK_FRAMES frames and adds them to the path. Frame f's window starts at `samples + 4 * HOP * f`;
 * `largest` is the recording's largest deviation from its mean. `frequencies` (FREQUENCY_ROW bytes a frame) and `origins`
 * (ORIGIN_ROW bytes a frame) keep what tracePath needs; `periodicity` gets each frame's strongest peak, 0..1, as 32-bit
 * floats, 0 where the frame is too quiet to be voiced.
 */
export function analysePitchBlock(
  samples: usize,
  frames: i32,
  largest: f32,
  frequencies: usize,
  origins: usize,
  periodicity: usize,
): void {
  memory.fill(COUNTS, 0, BLOCK_FRAMES);
  if (largest >= LEAST_PEAK) collectCandidates(samples, frames, largest, frequencies);
  else memory.fill(RELATIVE_PEAKS, 0, 8 * BLOCK_FRAMES);
  for (let frame = 0; frame < frames; frame++) {
    const strengths = STRENGTHS + <usize>(frame * MAX_CANDIDATES) * 4;
    const found = <i32>load<u8>(COUNTS + frame);
    store<f32>(periodicity + ((<usize>frame) << 2), strongest(strengths, found));
    const row = frequencies + <usize>frame * FREQUENCY_ROW;
    const relativePeak = load<f64>(RELATIVE_PEAKS + ((<usize>frame) << 3));
    extendPath(relativePeak, found, row, strengths, origins + <usize>frame * ORIGIN_ROW);
  }
}

/** Frames that may be voiced are analysed in batches; the last batch may be smaller. */
function collectCandidates(samples: usize, frames: i32, largest: f32, frequencies: usize): void {
  const gain = <f32>1 / largest;
  let waiting = 0;
  for (let frame = 0; frame < frames; frame++) {
    const start = samples + ((<usize>(frame * HOP)) << 2);
    const mean = localMean(start, HALF_WINDOW, LONGEST_PERIOD);
    const peak = localPeak(start, PITCH_WINDOW, HALF_WINDOW, HALF_PERIOD, mean);
    const relativePeak = min<f64>(1, <f64>peak / <f64>largest);
    store<f64>(RELATIVE_PEAKS + ((<usize>frame) << 3), relativePeak);
    if (unvoicedStrength(relativePeak) >= CERTAINLY_UNVOICED) continue;
    store<u32>(WAITING + ((<usize>waiting) << 2), frame);
    setFrame(waiting, start, mean);
    if (++waiting < BATCH) continue;
    analyseBatch(waiting, gain, frequencies);
    waiting = 0;
  }
  if (waiting > 0) analyseBatch(waiting, gain, frequencies);
}

function analyseBatch(waiting: i32, gain: f32, frequencies: usize): void {
  fillBatch(waiting);
  correlatePitchBatch(gain);
  for (let i = 0; i < waiting; i++) {
    const frame = load<u32>(WAITING + ((<usize>i) << 2));
    const row = frequencies + frame * FREQUENCY_ROW + 4;
    const strengths = STRENGTHS + frame * (MAX_CANDIDATES * 4);
    store<u8>(COUNTS + frame, <u8>findCandidates(pitchRow(i), row, strengths));
  }
}

function strongest(strengths: usize, found: i32): f32 {
  let largest: f32 = 0;
  for (let i = 0; i < found; i++) largest = max(largest, load<f32>(strengths + ((<usize>i) << 2)));
  return largest;
}
