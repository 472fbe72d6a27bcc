import { checkFields } from "@/lib/answers/check-fields";
import type { AnswerFields } from "@/lib/answers/schema";
import type { Identity } from "@/lib/auth/identity";
import type { LiveAnswerRecord } from "@/lib/live-answers/data";
import { createLiveAnswer } from "@/lib/live-answers/mutations";

/**
 * Opens a live answer. All that can be wrong with its fields is said now, before anybody speaks.
 *
 * @throws EarshotError `unknown_role_benchmark`, `unsupported_language`, `invalid_transcript`, `unknown_position`,
 *   `insufficient_credits`, `too_many_live_answers`
 */
export async function beginLiveAnswer(
  { scope, livemode, idempotencyKey = null }: Identity,
  fields: AnswerFields,
): Promise<LiveAnswerRecord> {
  const { role } = await checkFields(scope, fields);
  return createLiveAnswer(scope, { livemode, fields, roleVersion: role.version, idempotencyKey });
}
