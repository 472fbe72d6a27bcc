import { intervalMs, type Interval } from "@/scoring/acoustics/interval";
import { sampleStandardDeviation } from "@/scoring/features/sample-standard-deviation";
import { defineFeature } from "@/scoring/features/define-feature";
import { measured, unmeasurable } from "@/scoring/features/measurement";

const WINDOW_MS = 5_000;
const MIN_WINDOWS = 6;

/** AR_CV (scoring-science 3), described in the definition. Nuclei are counted, because only they have times of their own; a shorter last window is dropped. */
export const rateVariation = defineFeature({
  id: "pace.rateVariation",
  symbol: "AR_CV",
  label: "Steadiness of tempo",
  description:
    "Standard deviation over mean of the syllable nuclei in consecutive windows of 5 s of speech, silence taken out; at least 6 windows.",
  source: "own definition",
  version: 1,
  unit: "ratio",
  range: [0, 20],
  needs: ["timeline", "syllables"],
  extract: ({ timeline, syllables }) => {
    const counts = countPerWindow(timeline.runs, timeline.speechMs, syllables.nucleiMs);
    const total = counts.reduce((sum, count) => sum + count, 0);
    if (counts.length < MIN_WINDOWS || total === 0) return unmeasurable("too_little_speech");
    return measured(sampleStandardDeviation(counts) / (total / counts.length));
  },
});

/** Nuclei in each window of the runs laid end to end. */
function countPerWindow(runs: readonly Interval[], speechMs: number, nucleiMs: readonly number[]): number[] {
  const counts = new Array<number>(Math.floor(speechMs / WINDOW_MS)).fill(0);
  let beforeMs = 0;
  let next = 0;
  for (const run of runs) {
    for (let time = nucleiMs[next]; time !== undefined && time < run.endMs; time = nucleiMs[++next]) {
      const window = Math.floor((beforeMs + Math.max(0, time - run.startMs)) / WINDOW_MS);
      if (window < counts.length) counts[window] = (counts[window] ?? 0) + 1;
    }
    beforeMs += intervalMs(run);
  }
  return counts;
}
