import { defineFeature } from "@/scoring/features/define-feature";
import { measured, unmeasurable } from "@/scoring/features/measurement";
import { MS_PER_SECOND } from "@/scoring/features/pace/rate-time";

/** ONSET_S: end of the question to first speech, seconds. Only where the question is on the recording. */
export const responseOnset = defineFeature({
  id: "pauses.responseOnset",
  symbol: "ONSET_S",
  label: "Time to the first word",
  version: 1,
  unit: "s",
  range: [0, 3_600],
  needs: ["timeline"],
  extract: ({ timeline: { promptEndMs, window, runs } }) => {
    if (promptEndMs === null) return unmeasurable("prompt_end_unknown");
    if (runs.length === 0) return unmeasurable("too_little_speech");
    const seconds = (window.startMs - promptEndMs) / MS_PER_SECOND;
    const text = `${seconds.toFixed(1)} s before the first word`;
    return measured(seconds, [{ startMs: promptEndMs, endMs: window.startMs, text }]);
  },
});
