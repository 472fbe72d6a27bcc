import { SAMPLE_RATE_HZ } from "@/scoring/acoustics/acoustic-artifacts";
import type { Interval } from "@/scoring/acoustics/interval";
import type { Pcm } from "@/scoring/transcripts/ports";

/** Soft starts and ends of words that the speech detector cuts off. */
const RUN_MARGIN_MS = 200;
/** What is left of a long pause: enough for the aligner to see one. */
const KEPT_PAUSE_MS = 200;

export interface SqueezedSound {
  readonly samples: Float32Array;
  /** The time in the recording of a time in the squeezed sound, ms. */
  readonly toRecordingMs: (squeezedMs: number) => number;
}

/**
 * The recording with its long pauses shortened (to 200 ms of speech margin on each side and 200 ms of pause): fewer
 * frames to search, and no long noise in which words could be placed. Without runs it is the recording itself.
 */
export function squeezePauses(pcm: Pcm, runs: readonly Interval[]): SqueezedSound {
  const durationMs = Math.floor((pcm.length * 1000) / SAMPLE_RATE_HZ);
  const kept = runs.length === 0 ? [{ startMs: 0, endMs: durationMs }] : keptStretches(runs, durationMs);
  const perMs = SAMPLE_RATE_HZ / 1000;
  const samples = new Float32Array(kept.reduce((sum, { startMs, endMs }) => sum + (endMs - startMs) * perMs, 0));
  const pieces: { fromMs: number; startMs: number }[] = [];
  let fromMs = 0;
  for (const { startMs, endMs } of kept) {
    samples.set(pcm.subarray(startMs * perMs, endMs * perMs), fromMs * perMs);
    pieces.push({ fromMs, startMs });
    fromMs += endMs - startMs;
  }
  const toRecordingMs = (squeezedMs: number): number => {
    const piece = pieces.findLast((one) => one.fromMs <= squeezedMs);
    return Math.min(durationMs, piece ? piece.startMs + squeezedMs - piece.fromMs : squeezedMs);
  };
  return { samples, toRecordingMs };
}

function keptStretches(runs: readonly Interval[], durationMs: number): Interval[] {
  const kept: { startMs: number; endMs: number }[] = [];
  for (const run of runs) {
    const startMs = Math.max(0, Math.round(run.startMs) - RUN_MARGIN_MS);
    const endMs = Math.min(durationMs, Math.round(run.endMs) + RUN_MARGIN_MS);
    const last = kept.at(-1);
    if (last && startMs - last.endMs <= KEPT_PAUSE_MS) {
      last.endMs = Math.max(last.endMs, endMs);
      continue;
    }
    if (last) last.endMs += KEPT_PAUSE_MS / 2;
    kept.push({ startMs: last ? startMs - KEPT_PAUSE_MS / 2 : startMs, endMs });
  }
  return kept;
}
