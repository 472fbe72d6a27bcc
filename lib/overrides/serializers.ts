import type { Override } from "@/lib/db/generated/client";
import { type OverrideJson, overrideSchema } from "@/lib/overrides/schema";

export function toOverrideJson(row: Override): OverrideJson {
  return overrideSchema.parse({
    ...{ id: row.id, object: "override", assessment_id: row.assessmentId, verdict: row.verdict, reason: row.reason },
    ...{ actor: { type: row.actorType, id: row.actorId }, created_at: row.createdAt.toISOString() },
  });
}
