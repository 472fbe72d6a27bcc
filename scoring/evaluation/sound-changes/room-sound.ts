import { intervalMs, type Interval } from "@/scoring/acoustics/interval";
import { lengthMs, sampleAt } from "@/scoring/evaluation/sound-changes/spoken-answer";

/** Kept away from the speech on either side: soft ends of words. */
const MARGIN_MS = 60;
/** Less than this repeats audibly; then the room is silent. */
const SHORTEST_ROOM_MS = 40;

/**
 * The sound of the recording's own room, as long as wanted: its longest stretch without speech, run forwards and
 * backwards in turn (a loop would click). Digital silence where no stretch is 40 ms long.
 *
 * @param runs stretches of speech
 */
export function roomSound(pcm: Float32Array, runs: readonly Interval[], durationMs: number): Float32Array {
  const room = longestPause(pcm, runs);
  const out = new Float32Array(sampleAt(durationMs));
  if (lengthMs(room) < SHORTEST_ROOM_MS) return out;
  const period = 2 * room.length;
  for (let i = 0; i < out.length; i++) {
    const phase = i % period;
    out[i] = room[phase < room.length ? phase : period - 1 - phase] ?? 0;
  }
  return out;
}

function longestPause(pcm: Float32Array, runs: readonly Interval[]): Float32Array {
  const edges = [0, ...runs.flatMap(({ startMs, endMs }) => [startMs, endMs]), lengthMs(pcm)];
  let longest: Interval = { startMs: 0, endMs: 0 };
  for (let i = 0; i + 1 < edges.length; i += 2) {
    const gap = { startMs: (edges[i] ?? 0) + MARGIN_MS, endMs: (edges[i + 1] ?? 0) - MARGIN_MS };
    if (intervalMs(gap) > intervalMs(longest)) longest = gap;
  }
  return pcm.slice(sampleAt(longest.startMs), sampleAt(longest.endMs));
}
