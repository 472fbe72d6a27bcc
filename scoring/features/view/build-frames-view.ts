import type { AcousticFrames } from "@/scoring/acoustics/acoustic-artifacts";
import { FRAME_STEP_MS } from "@/scoring/acoustics/acoustic-artifacts";
import { framesInRuns } from "@/scoring/acoustics/find-speech-runs";
import { intervalMs, type Interval } from "@/scoring/acoustics/interval";
import { quantile } from "@/scoring/acoustics/quantile";
import type { FramesView, PhraseEnd } from "@/scoring/features/answer-view";
import { cleanPitch } from "@/scoring/features/view/clean-pitch";

/** TAIL_DB: the end of a run, and the shortest run in which it is not most of the run. */
const TAIL_MS = 300;
const SHORTEST_PHRASE_MS = 600;

/** The frames of the response window, with pitch cleaned and made relative (2.7). Pitch outside speech is not kept. */
export function buildFramesView(frames: AcousticFrames, runs: readonly Interval[], window: Interval): FramesView {
  const first = frameFrom(frames, window.startMs);
  const end = frameFrom(frames, window.endMs);
  const speech = framesInRuns(runs, frames).subarray(first, end);
  const f0Hz = frames.f0Hz.slice(first, end);
  for (let k = 0; k < f0Hz.length; k++) if (speech[k] === 0) f0Hz[k] = NaN;
  return {
    timeMs: Float64Array.from(f0Hz, (_, k) => frames.firstCentreMs + (first + k) * FRAME_STEP_MS),
    energyDb: frames.energyDb.subarray(first, end),
    speech,
    semitones: cleanPitch(f0Hz),
    phraseEnds: runs.filter((run) => intervalMs(run) >= SHORTEST_PHRASE_MS).flatMap((run) => phraseEnd(frames, run)),
  };
}

function phraseEnd(frames: AcousticFrames, run: Interval): PhraseEnd[] {
  const last = frameFrom(frames, run.endMs);
  const tail = frames.energyDb.subarray(frameFrom(frames, run.endMs - TAIL_MS), last);
  const medianDb = quantile(frames.energyDb.subarray(frameFrom(frames, run.startMs), last), 0.5);
  if (medianDb === undefined || tail.length === 0) return [];
  const tailDb = tail.reduce((sum, level) => sum + level, 0) / tail.length;
  return [{ ...run, levelChangeDb: tailDb - medianDb }];
}

/** The first frame whose centre is not before the time. */
function frameFrom(frames: AcousticFrames, timeMs: number): number {
  const frame = Math.ceil((timeMs - frames.firstCentreMs) / FRAME_STEP_MS);
  return Math.min(frames.count, Math.max(0, frame));
}
