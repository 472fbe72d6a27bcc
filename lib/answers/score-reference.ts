/** What the reference says of POST /v1/soft-skills-score. */
export const SCORE_REFERENCE = {
  summary: "Score an answer",
  description:
    "Takes one recorded answer and returns four scores with the evidence for every point. Send the recording as a form, or JSON that names an answer that is here already.\n\n" +
    "The call waits for the result: 25 seconds unless `Prefer: wait=N` says otherwise. What takes longer, or was sent with `Prefer: respond-async`, is answered with 202 and an address to ask at. Eight runs of a client work at once; the next ones are queued in order and never refused for that.",
  errors: [
    "missing_audio",
    "unsupported_media",
    "media_too_large",
    "media_too_long",
    "media_undecodable",
    "no_speech",
    "unknown_role_benchmark",
    "unsupported_language",
    "invalid_transcript",
    "transcript_mismatch",
    "insufficient_credits",
  ],
} as const;
