import { defineFeature } from "@/scoring/features/define-feature";
import { measured, unmeasurable } from "@/scoring/features/measurement";
import { MS_PER_SECOND } from "@/scoring/features/pace/rate-time";

/** ONSET_S (scoring-science 3), described in the definition. */
export const responseOnset = defineFeature({
  id: "pauses.responseOnset",
  symbol: "ONSET_S",
  label: "Time to the first word",
  description: "Time from the end of the question to first speech; only where the question is on the recording.",
  source: "own definition",
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
