import type { LiveAnswerRecord } from "@/lib/live-answers/data";
import type { LiveAnswerJson } from "@/lib/live-answers/schema";

export function serializeLiveAnswer(live: LiveAnswerRecord): LiveAnswerJson {
  const { id, livemode, state, receivedBytes, assessmentId, createdAt, expiresAt } = live;
  return {
    id,
    object: "live_answer",
    livemode,
    status: state,
    received_bytes: receivedBytes,
    assessment_id: assessmentId,
    created_at: createdAt.toISOString(),
    expires_at: state === "receiving" ? expiresAt.toISOString() : null,
  };
}
