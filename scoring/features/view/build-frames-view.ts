import { intervalMs, type Interval } from "@/scoring/acoustics/interval";
import type { FramesView, LevelSummary, PhraseEnd, PitchCounts, TimelineView } from "@/scoring/features/answer-view";
import { outsideBlock } from "@/scoring/features/view/cut-block";
import { median } from "@/scoring/features/view/median";
import { countPitch, withoutFrames } from "@/scoring/features/view/pitch-counts";
import { framesWithin, type WindowFrames } from "@/scoring/features/view/window-frames";

/** TAIL_DB: the end of a run, and the shortest run in which it is not most of the run. */
const TAIL_MS = 300;
const SHORTEST_PHRASE_MS = 600;

/** Sums up the frames of the window: levels by block, pitch by third, ends of phrases. */
export function buildFramesView(frames: WindowFrames, { window, blocks, runs }: TimelineView): FramesView {
  const phrases = runs.filter((run) => intervalMs(run) >= SHORTEST_PHRASE_MS);
  const third = (part: number): PitchCounts => {
    return countPitch(frames.semitones, thirdEdge(frames, part), thirdEdge(frames, part + 1));
  };
  return {
    levels: (blocks.length === 0 ? [window] : blocks).map((block) => speechLevel(frames, block)),
    pitchThirds: [third(0), third(1), third(2)],
    phraseEnds: phrases.flatMap((run) => phraseEnd(frames, run)),
  };
}

/** The view without the block at `blockIndex`. Thirds stay those of the whole window. */
export function framesWithout(view: FramesView, frames: WindowFrames, block: Interval, blockIndex: number): FramesView {
  const [first, end] = framesWithin(frames, block);
  const third = (counts: PitchCounts, part: number): PitchCounts => {
    const from = Math.max(first, thirdEdge(frames, part));
    return withoutFrames(counts, frames.semitones, from, Math.min(end, thirdEdge(frames, part + 1)));
  };
  const [start, middle, close] = view.pitchThirds;
  return {
    levels: view.levels.filter((_, i) => i !== blockIndex),
    pitchThirds: [third(start, 0), third(middle, 1), third(close, 2)],
    phraseEnds: outsideBlock(view.phraseEnds, block),
  };
}

function thirdEdge({ semitones }: WindowFrames, part: number): number {
  return Math.round((part * semitones.length) / 3);
}

function speechLevel(frames: WindowFrames, part: Interval): LevelSummary {
  const [first, end] = framesWithin(frames, part);
  const { energyDb, speech } = frames;
  let count = 0;
  let sum = 0;
  for (let k = first; k < end; k++) {
    if (speech[k] !== 1) continue;
    count++;
    sum += energyDb[k] ?? 0;
  }
  if (count === 0) return { count: 0, meanDb: 0, squaresDb: 0 };
  const meanDb = sum / count;
  let squaresDb = 0;
  for (let k = first; k < end; k++) if (speech[k] === 1) squaresDb += ((energyDb[k] ?? 0) - meanDb) ** 2;
  return { count, meanDb, squaresDb };
}

function phraseEnd(frames: WindowFrames, run: Interval): PhraseEnd[] {
  const [first, end] = framesWithin(frames, run);
  const [tail] = framesWithin(frames, { startMs: run.endMs - TAIL_MS, endMs: run.endMs });
  const medianDb = median(frames.energyDb.subarray(first, end));
  if (medianDb === undefined || tail >= end) return [];
  let sum = 0;
  for (let k = tail; k < end; k++) sum += frames.energyDb[k] ?? 0;
  return [{ ...run, levelChangeDb: sum / (end - tail) - medianDb }];
}
