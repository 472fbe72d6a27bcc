import { InlineMarkdown } from "../../_components/markdown";

const FACTS = {
  request: [
    "`audio`: up to 200 MB and 15 minutes, audio or video, with the format found by content. JSON with `audio_url`, `upload_id` or `answer_id` (another role for the same answer, free) works too.",
    "`role_benchmark` is required. `prompt` and `prompt_type` (`past`, `situational`, `open`) let structure and relevance count; `transcript` (VTT, SRT, JSON words, text) makes words exact.",
    "`language`, `external_id`, `candidate`, `metadata`, `channel` (a side of a stereo call) and `accommodations` (what must not count) are optional.",
  ],
  role: [
    "The overall score is the weighted mean of the dimensions that were scored. A change of weights or bar is a new version; a result names the one it was made with.",
    "`verdict`: `pass` at or above the bar, `below_bar` under it. A dimension of low confidence, a provisional score or a signal is always `review`: a person decides. `not_scored` is free.",
  ],
  evidence: [
    "For each dimension: `base` + the `points` of all `terms` + `clip` = `exact_score`, to two decimals. Nothing else enters.",
    "Each term says what was measured, in which unit, how far from the norm, and the `moments` in the recording where it can be heard.",
    "What cannot be judged is `null` with its reason in `low_confidence`; `intervals` are 80 %. `pins` makes the same score again, years later.",
  ],
  signals: [
    "`reading_detected`, `multiple_speakers`, `scripted_or_generated`: `true`, `false`, or `null` = not assessed. They change no score and accuse nobody; a raised one makes the verdict `review`.",
  ],
  conduct: [
    "Waits 25 s (`Prefer: wait=0..60`). Longer, or `Prefer: respond-async`: 202 with `Location`, `queue_position` and `poll_after_seconds`.",
    "8 runs work at once, more are queued in order. 500 requests a minute (`RateLimit`); 429 says `Retry-After`. `Idempotency-Key`: nothing is done or charged twice.",
    "1.00 credit, a quarter a scored dimension; failed runs are free. Errors are `application/problem+json` with `code`, `detail` and pointers: `/docs/errors`.",
  ],
} as const;

/** Short facts of one part of the page. */
export function Facts({ of }: Readonly<{ of: keyof typeof FACTS }>) {
  return (
    <ul className="flex list-disc flex-col gap-1 pl-4 text-pretty marker:text-muted print:gap-0 print:pl-3.5">
      {FACTS[of].map((fact) => (
        <li key={fact}>
          <InlineMarkdown text={fact} />
        </li>
      ))}
    </ul>
  );
}
