import { median } from "@/scoring/features/view/median";

/** scoring-science 2.7. */
export const LARGEST_DISTANCE_SEMITONES = 9;
const OCTAVE_JUMP_SEMITONES = 7;
const SHORTEST_STRETCH_FRAMES = 4;
const SEMITONES_PER_OCTAVE = 12;
/** One hundredth of a semitone (a cent) is far below what F0 is measured to, and makes quantiles a count (`countPitch`). */
export const CENTS_PER_SEMITONE = 100;

/**
 * F0 in semitones from the median of the given frames (2.7), to the hundredth: frames more than 9 semitones away go,
 * then, at a jump of more than 7 between neighbours, the shorter side; then stretches of fewer than 4 frames.
 * NaN where nothing is left. Only distances remain: no voice can be told high or low from them.
 */
export function cleanPitch(f0Hz: Float32Array): Float32Array {
  const semitones = new Float32Array(f0Hz.length).fill(NaN);
  const medianHz = median(voicedOnly(f0Hz));
  if (medianHz === undefined) return semitones;
  for (let k = 0; k < f0Hz.length; k++) {
    const hz = f0Hz[k] ?? NaN;
    if (!(hz > 0)) continue; // unvoiced
    const distance = SEMITONES_PER_OCTAVE * Math.log2(hz / medianHz);
    if (!(Math.abs(distance) <= LARGEST_DISTANCE_SEMITONES)) continue; // too far
    semitones[k] = Math.round(distance * CENTS_PER_SEMITONE) / CENTS_PER_SEMITONE;
  }
  dropUnsteadyStretches(semitones);
  return semitones;
}

/** A plain loop: there are tens of thousands of frames, and `filter` calls a function for each. */
function voicedOnly(f0Hz: Float32Array): Float32Array {
  const voiced = new Float32Array(f0Hz.length);
  let count = 0;
  for (let k = 0; k < f0Hz.length; k++) {
    const hz = f0Hz[k] ?? NaN;
    if (hz > 0) voiced[count++] = hz;
  }
  return voiced.subarray(0, count);
}

/** Walks the stretches without a gap or jump, and blanks those that 2.7 drops. */
function dropUnsteadyStretches(semitones: Float32Array): void {
  let kept = { start: 0, end: 0 };
  for (let start = 0; start < semitones.length;) {
    const end = stretchEnd(semitones, start);
    if (end === start) {
      start += 1;
      continue;
    }
    const stretch = { start, end };
    if (kept.end !== start) kept = closeStretch(semitones, kept, stretch);
    else if (end - start > kept.end - kept.start) {
      semitones.fill(NaN, kept.start, kept.end);
      kept = stretch;
    } else {
      // The later, shorter side of a jump goes; the next stretch starts after a gap.
      semitones.fill(NaN, start, end);
    }
    start = end;
  }
  closeStretch(semitones, kept, { start: 0, end: 0 });
}

function closeStretch(semitones: Float32Array, stretch: Stretch, next: Stretch): Stretch {
  if (stretch.end - stretch.start < SHORTEST_STRETCH_FRAMES) semitones.fill(NaN, stretch.start, stretch.end);
  return next;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** End of the stretch that begins at `start`: the next gap or jump. `start` itself when it is unvoiced. */
function stretchEnd(semitones: Float32Array, start: number): number {
  let end = start;
  // `as number`: both indices are inside the array.
  while (end < semitones.length && !Number.isNaN(semitones[end])) {
    if (end > start && Math.abs((semitones[end] as number) - (semitones[end - 1] as number)) > OCTAVE_JUMP_SEMITONES) {
      break;
    }
    end++;
  }
  return end;
}
