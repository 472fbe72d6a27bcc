import { intervalMs, type Interval } from "@/scoring/acoustics/interval";
import { sampleStandardDeviation } from "@/scoring/features/sample-standard-deviation";
import { defineFeature } from "@/scoring/features/define-feature";
import { measured, unmeasurable } from "@/scoring/features/measurement";

/** Windows of 5 s overlap: where the first begins must not decide which nucleus falls into which. */
const STEP_MS = 500;
const WINDOW_STEPS = 10;
/** 30 s of speech. */
const MIN_STEPS = 60;

/**
 * AR_CV (scoring-science 3), described in the definition. Nuclei are counted, because only they have times of their own; a
 * shorter last window is dropped.
 */
export const rateVariation = defineFeature({
  id: "pace.rateVariation",
  symbol: "AR_CV",
  label: "Steadiness of tempo",
  description:
    "Standard deviation over mean of the syllable nuclei in windows of 5 s of speech, silence taken out, one every 0.5 s; from 30 s of speech on.",
  source: "own definition",
  version: 3,
  unit: "ratio",
  range: [0, 20],
  needs: ["timeline", "syllables"],
  extract: ({ timeline, syllables }) => {
    const counts = countPerWindow(timeline.runs, timeline.speechMs, syllables.nucleiMs);
    let total = 0;
    for (let at = 0; at < counts.length; at++) total += counts[at] ?? 0;
    if (counts.length <= MIN_STEPS - WINDOW_STEPS || total === 0) return unmeasurable("too_little_speech");
    return measured(sampleStandardDeviation(counts) / (total / counts.length));
  },
});

/** Nuclei in each window of the runs laid end to end. */
function countPerWindow(runs: readonly Interval[], speechMs: number, nucleiMs: readonly number[]): Int32Array {
  const perStep = countPerStep(runs, speechMs, nucleiMs);
  const counts = new Int32Array(Math.max(0, perStep.length - WINDOW_STEPS + 1));
  let count = 0;
  for (let step = 0; step < perStep.length; step++) {
    // `?? 0`: nothing has left the window before it is full; every other index is in range.
    count += (perStep[step] ?? 0) - (perStep[step - WINDOW_STEPS] ?? 0);
    if (step >= WINDOW_STEPS - 1) counts[step - WINDOW_STEPS + 1] = count;
  }
  return counts;
}

function countPerStep(runs: readonly Interval[], speechMs: number, nucleiMs: readonly number[]): Int32Array {
  const counts = new Int32Array(Math.floor(speechMs / STEP_MS));
  let beforeMs = 0;
  let next = 0;
  for (const run of runs) {
    for (let time = nucleiMs[next]; time !== undefined && time < run.endMs; time = nucleiMs[++next]) {
      const step = Math.floor((beforeMs + Math.max(0, time - run.startMs)) / STEP_MS);
      if (step < counts.length) counts[step] = (counts[step] ?? 0) + 1;
    }
    beforeMs += intervalMs(run);
  }
  return counts;
}
