import { liveAnswerParamsSchema } from "@/lib/live-answers/schema";
import { LIVE_LIMIT, READ_ONE_LIMIT } from "@/lib/rate-limit/rate-limits";

const ONE = { scope: "score:write", params: liveAnswerParamsSchema } as const;

/** What the routes of /v1/live-answers say of themselves. */
export const LIVE_ANSWER_REFERENCE = {
  begin: {
    scope: "score:write",
    summary: "Begin a live answer",
    description:
      "For a call that is still going on: its sound is sent in pieces while it is recorded, and decoded as it arrives, so that the result is there when the call is over. WAV, MP3, Ogg and WebM are decoded on the way; other containers at the end. One that nothing is heard of for 30 minutes is erased.",
    status: 201,
    errors: [
      "unknown_role_benchmark",
      "unknown_position",
      "unsupported_language",
      "invalid_transcript",
      "insufficient_credits",
      "too_many_live_answers",
    ],
  },
  read: { ...ONE, summary: "Read a live answer", limit: READ_ONE_LIMIT, errors: ["live_answer_expired"] },
  append: {
    ...ONE,
    summary: "Send the next piece of a live answer",
    description:
      "The next bytes of the recording, as the recorder wrote them, with `Upload-Offset`: how many were sent before. What the answer counts is durable. After a line that broke off, ask with GET where to go on.",
    limit: LIVE_LIMIT,
    status: 204,
    errors: [
      "upload_offset_mismatch",
      "upload_checksum_mismatch",
      "live_answer_completed",
      "live_answer_expired",
      "media_too_large",
    ],
  },
  giveUp: {
    ...ONE,
    summary: "Give up a live answer",
    status: 204,
    errors: ["live_answer_completed", "live_answer_expired"],
  },
  complete: {
    ...ONE,
    summary: "Complete a live answer",
    description:
      "Scores what arrived. May be sent again: a live answer is completed once. Where the recording or its transcript is refused, the live answer stays open with all that arrived, for another try. It is weighed with the role as it was when the call began. Longer than one answer may be is refused here, not on the way.",
    errors: [
      "live_answer_completed",
      "live_answer_expired",
      "upload_incomplete",
      "missing_audio",
      "invalid_transcript",
      "transcript_mismatch",
      "unsupported_media",
      "media_too_long",
      "media_undecodable",
      "no_speech",
      "insufficient_credits",
      "sandbox_limit_reached",
      "conflict",
    ],
  },
} as const;
