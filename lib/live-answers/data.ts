import { answerFieldsSchema, type AnswerFields } from "@/lib/answers/schema";
import type { OrganizationScope } from "@/lib/db/scope";
import type { Transaction } from "@/lib/db/transaction";
import { withOrganization } from "@/lib/db/with-organization";
import { EarshotError } from "@/lib/errors/error-codes";
import { LONGEST_CALL_MS, SILENCE_MS } from "@/lib/live-answers/constants";

export interface LiveAnswerRecord {
  readonly id: string;
  readonly livemode: boolean;
  readonly state: "receiving" | "completed";
  /** What is durable. */
  readonly receivedBytes: number;
  readonly assessmentId: string | null;
  readonly createdAt: Date;
  readonly lastChunkAt: Date;
  /** When it is given up unless more comes. */
  readonly expiresAt: Date;
  readonly fields: unknown;
  /** Of the role that the fields name, when the call began; null where that was before such versions were kept. */
  readonly roleVersion: number | null;
}

/** @throws EarshotError `not_found`; `live_answer_expired` */
export function getLiveAnswer(scope: OrganizationScope, id: string): Promise<LiveAnswerRecord> {
  return withOrganization(scope, (transaction) => readLiveAnswer(transaction, scope, id));
}

/** As getLiveAnswer(), inside a transaction. */
export async function readLiveAnswer(
  transaction: Transaction,
  { organizationId }: OrganizationScope,
  id: string,
): Promise<LiveAnswerRecord> {
  const row = await transaction.liveAnswer.findFirst({ where: { id, organizationId } });
  if (!row) throw new EarshotError("not_found", "There is no live answer with this id.");
  const { livemode, state, assessmentId, createdAt, lastChunkAt, roleVersion } = row;
  const expiresAt = new Date(Math.min(lastChunkAt.getTime() + SILENCE_MS, createdAt.getTime() + LONGEST_CALL_MS));
  if (state === "expired" || (state === "receiving" && expiresAt.getTime() <= Date.now())) {
    const detail = "Nothing was heard of this live answer for too long; what had arrived is erased. Begin a new one.";
    throw new EarshotError("live_answer_expired", detail);
  }
  const [receivedBytes, fields] = [Number(row.receivedBytes), row.fields];
  return { id, livemode, state, receivedBytes, assessmentId, createdAt, lastChunkAt, expiresAt, fields, roleVersion };
}

/** What was said of a live answer when it began. Nothing is left of it once it is scored: that is the answer's then. */
export function fieldsOf({ fields }: LiveAnswerRecord): AnswerFields {
  return answerFieldsSchema.parse(fields);
}
