import { intervalMs } from "@/scoring/acoustics/interval";
import type { Pause } from "@/scoring/features/answer-view";
import type { Moment } from "@/scoring/features/measurement";
import { MS_PER_SECOND } from "@/scoring/features/pace/rate-time";

/** The same pauses are shown by several features and kept by most views of the jackknife: each is worded once. */
const worded = new WeakMap<Pause, Moment>();

/** "0.8 s pause: the … refund". */
export function pauseMoment(pause: Pause): Moment {
  const known = worded.get(pause);
  if (known !== undefined) return known;
  const { startMs, endMs, before, after } = pause;
  const seconds = (intervalMs(pause) / MS_PER_SECOND).toFixed(1);
  const words = before === null && after === null ? "" : `: ${[before ?? "", after ?? ""].join(" … ").trim()}`;
  const moment = { startMs, endMs, text: `${seconds} s pause${words}` };
  worded.set(pause, moment);
  return moment;
}
