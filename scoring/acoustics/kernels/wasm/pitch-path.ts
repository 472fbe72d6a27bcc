import {
  F0_CEILING_HZ,
  MAX_CANDIDATES,
  OCTAVE_COST,
  OCTAVE_JUMP_COST,
  SILENCE_THRESHOLD,
  VOICED_UNVOICED_COST,
  VOICING_THRESHOLD,
} from "./pitch-settings";

/** Bytes of one frame's row in the caller's table of frequencies: 32-bit floats, the first NaN for unvoiced. */
export const FREQUENCY_ROW: usize = 4 * 15;
/** Bytes of one frame's row in the caller's table of predecessors. */
export const ORIGIN_ROW: usize = 15;

/** Best sum up to the last frame that was added, and log2 of the frequency, of each of its candidates. */
const SCORES: usize = memory.data(8 * 15, 16);
const OCTAVES: usize = memory.data(8 * 15, 16);
let count: i32 = 0;
/** The same of the frame that is being added. */
const NEW_SCORES: usize = memory.data(8 * 15, 16);
const NEW_OCTAVES: usize = memory.data(8 * 15, 16);

/** Forgets the frames before: the next one is the first. */
export function startPath(): void {
  count = 1;
  store<f64>(SCORES, 0);
}

/** Strength of the unvoiced hypothesis: the voicing threshold, more in frames that are nearly silent. */
export function unvoicedStrength(relativePeak: f64): f64 {
  return VOICING_THRESHOLD + max(0, 2 - relativePeak / (SILENCE_THRESHOLD / (1 + VOICING_THRESHOLD)));
}

/**
 * Adds a frame: for each of its hypotheses the best way to reach it from the frame before, so that the sum of strengths
 * minus the costs of jumps is largest (Viterbi; Boersma 1993, eq. 23-27). Candidate 0 is the unvoiced hypothesis; peaks
 * above the ceiling say nothing else and are left out.
 *
 * `frequencies` is the frame's row with `found` peaks from its second entry on, `strengths` starts with the first peak;
 * the row is packed to the candidates that stay. `origins` gets each one's predecessor.
 */
export function extendPath(relativePeak: f64, found: i32, frequencies: usize, strengths: usize, origins: usize): void {
  store<f32>(frequencies, NaN);
  store<f64>(NEW_SCORES, unvoicedStrength(relativePeak) + bestToUnvoiced(origins));
  let kept = 1;
  for (let i = 0; i < found; i++) {
    const frequency = load<f32>(frequencies + ((<usize>(i + 1)) << 2));
    if (frequency > F0_CEILING_HZ) continue;
    const octave = Math.log2(<f64>frequency);
    const strength = <f64>load<f32>(strengths + ((<usize>i) << 2)) - OCTAVE_COST * (CEILING_OCTAVE - octave);
    store<f32>(frequencies + ((<usize>kept) << 2), frequency);
    store<f64>(NEW_OCTAVES + ((<usize>kept) << 3), octave);
    store<f64>(NEW_SCORES + ((<usize>kept) << 3), strength + bestToVoiced(octave, origins + kept));
    kept++;
  }
  count = kept;
  memory.copy(SCORES, NEW_SCORES, (<usize>kept) << 3);
  memory.copy(OCTAVES, NEW_OCTAVES, (<usize>kept) << 3);
}

const CEILING_OCTAVE: f64 = Math.log2(<f64>F0_CEILING_HZ);

/** Best sum of the frame before when this one is unvoiced; stores where it came from. */
function bestToUnvoiced(origin: usize): f64 {
  let best = load<f64>(SCORES);
  let from = 0;
  for (let j = 1; j < count; j++) {
    const score = load<f64>(SCORES + ((<usize>j) << 3)) - VOICED_UNVOICED_COST;
    if (score > best) {
      best = score;
      from = j;
    }
  }
  store<u8>(origin, <u8>from);
  return best;
}

/** Best sum of the frame before when this one has the given pitch; stores where it came from. */
function bestToVoiced(octave: f64, origin: usize): f64 {
  let best = load<f64>(SCORES) - VOICED_UNVOICED_COST;
  let from = 0;
  for (let j = 1; j < count; j++) {
    const jump = abs(load<f64>(OCTAVES + ((<usize>j) << 3)) - octave);
    const score = load<f64>(SCORES + ((<usize>j) << 3)) - OCTAVE_JUMP_COST * jump;
    if (score > best) {
      best = score;
      from = j;
    }
  }
  store<u8>(origin, <u8>from);
  return best;
}

/** Follows the best path back from the last frame and writes its frequencies (Hz, NaN: unvoiced) as 32-bit floats. */
export function tracePath(frames: i32, frequencies: usize, origins: usize, f0: usize): void {
  let place = 0;
  for (let i = 1; i < count; i++) {
    if (load<f64>(SCORES + ((<usize>i) << 3)) > load<f64>(SCORES + ((<usize>place) << 3))) place = i;
  }
  for (let frame = frames - 1; frame >= 0; frame--) {
    const row = frequencies + <usize>frame * FREQUENCY_ROW;
    store<f32>(f0 + ((<usize>frame) << 2), load<f32>(row + ((<usize>place) << 2)));
    place = load<u8>(origins + <usize>frame * ORIGIN_ROW + place);
  }
}
