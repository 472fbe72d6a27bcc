/** What the reference says of POST /v1/soft-skills-score. */
export const SCORE_REFERENCE = {
  summary: "Score an answer",
  description:
    "Takes one recorded answer and returns four scores with the evidence for every point. Send the recording as a form, or JSON that says where it is: `audio_url` (an address that we fetch), `upload_id` (a complete upload, used once), `answer_id` (an answer that is here already, for another role), or with a test key `fixture` (a bundled answer with a known result: see [Sandbox](/docs/sandbox)).\n\n" +
    "An `audio_url` is fetched within the request, in at most 20 seconds and with at most 3 redirects, also with `Prefer: respond-async`: 202 means that the recording is here. `POST /v1/soft-skills-score/batch` fetches later.\n\n" +
    "The call waits for the result: 25 seconds unless `Prefer: wait=N` says otherwise. What takes longer, or was sent with `Prefer: respond-async`, is answered with 202 and an address to ask at. Eight runs of a client work at once; the next ones are queued in order and never refused for that.",
  errors: [
    "fixture_needs_test_key",
    "sandbox_limit_reached",
    "unknown_position",
    "missing_audio",
    "audio_url_not_allowed",
    "audio_url_unreachable",
    "upload_incomplete",
    "upload_used",
    "upload_expired",
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
