import { totalMs } from "@/scoring/acoustics/interval";
import type { TimelineView } from "@/scoring/features/answer-view";

/** In less time a rate is one or two words: too little to speak of even one read sentence. */
export const MIN_RATE_MS = 500;
export const MS_PER_SECOND = 1000;
export const MS_PER_MINUTE = 60_000;

/** T less the silent pauses of at least 250 ms (AR), ms. */
export function articulationMs(timeline: TimelineView): number {
  return timeline.durationMs - totalMs(timeline.pauses);
}
