import type { IntensityTrack } from "@/scoring/acoustics/acoustic-kernels";
import { intervalMs, type Interval } from "@/scoring/acoustics/interval";

/** Shorter stretches above the level are clicks (de Jong & Wempe 2009). */
const SHORTEST_SOUNDING_MS = 100;
/** Shorter stretches below it are part of the speech around them (de Jong & Wempe 2009). */
const SHORTEST_SILENCE_MS = 300;

/**
 * Stretches in which the intensity is at least `thresholdDb`, as Praat's "To TextGrid (silences)" finds them: edges at
 * frame centres, sounding stretches below 100 ms dropped first, then silences below 300 ms closed, also at both ends of
 * the recording. Ascending. These serve the syllable nuclei only; speech and pauses come from findSpeechRuns.
 */
export function findSoundingStretches(intensity: IntensityTrack, thresholdDb: number): Interval[] {
  const { levelDb, firstCentreMs, stepMs } = intensity;
  const endMs = 2 * firstCentreMs + (levelDb.length - 1) * stepMs; // the contour lies in the middle of the recording
  const at = (frame: number): number =>
    frame === 0 ? 0 : frame === levelDb.length ? endMs : firstCentreMs + frame * stepMs;
  const closed: Interval[] = [];
  for (let start = 0; start < levelDb.length; start++) {
    if (!isLoud(levelDb, start, thresholdDb)) continue;
    let end = start + 1;
    while (end < levelDb.length && isLoud(levelDb, end, thresholdDb)) end++;
    const stretch = { startMs: at(start), endMs: at(end) };
    start = end;
    if (intervalMs(stretch) < SHORTEST_SOUNDING_MS) continue;
    const previousEndMs = closed.at(-1)?.endMs ?? 0;
    if (stretch.startMs - previousEndMs >= SHORTEST_SILENCE_MS) closed.push(stretch);
    else closed.push({ startMs: closed.pop()?.startMs ?? 0, endMs: stretch.endMs });
  }
  const last = closed.at(-1);
  if (last !== undefined && endMs - last.endMs < SHORTEST_SILENCE_MS) closed[closed.length - 1] = { ...last, endMs };
  return closed;
}

function isLoud(levelDb: Float64Array, frame: number, thresholdDb: number): boolean {
  return (levelDb[frame] as number) >= thresholdDb; // in range: the caller stays inside
}
