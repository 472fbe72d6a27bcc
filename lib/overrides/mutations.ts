import { SCORED_STATUSES } from "@/lib/assessments/schema";
import { recordAudit } from "@/lib/audit/mutations";
import type { Identity } from "@/lib/auth/identity";
import type { Override } from "@/lib/db/generated/client";
import { createId } from "@/lib/db/ids";
import { withOrganization } from "@/lib/db/with-organization";
import { EarshotError } from "@/lib/errors/error-codes";
import { noteResource } from "@/lib/idempotency/idempotency-records";
import { MAX_OVERRIDES } from "@/lib/overrides/constants";
import type { NewOverride } from "@/lib/overrides/schema";

/**
 * Writes a person's decision beside the verdict of a result. Nothing is replaced: the verdict stays, and so do decisions
 * before it. The audit log holds what was decided and not why, because reasons may speak of a person.
 *
 * @throws EarshotError `not_found`; `conflict` where there is no verdict to decide about, or too many decisions
 */
export async function createOverride(
  { scope, actor, idempotencyKey }: Identity,
  assessmentId: string,
  { verdict, reason }: NewOverride,
): Promise<Override> {
  const { organizationId } = scope;
  const id = createId("ovr");
  return withOrganization(scope, async (transaction) => {
    const assessment = await transaction.assessment.findFirst({ where: { id: assessmentId, organizationId } });
    if (!assessment) throw new EarshotError("not_found", "There is no result with this id.");
    if (!SCORED_STATUSES.some((status) => status === assessment.status)) {
      throw new EarshotError("conflict", `There is no verdict to decide about: the run is ${assessment.status}.`);
    }
    const count = await transaction.override.count({ where: { organizationId, assessmentId } });
    if (count >= MAX_OVERRIDES) throw new EarshotError("conflict", `This result has ${count} decisions already.`);
    const override = await transaction.override.create({
      data: { id, organizationId, assessmentId, verdict, reason, actorType: actor.type, actorId: actor.id },
    });
    await noteResource(transaction, scope, idempotencyKey, id);
    const data = { verdict, machine_verdict: assessment.verdict };
    await recordAudit(transaction, scope, actor, {
      ...{ action: "assessment.overridden", subjectType: "assessment" as const, subjectId: assessmentId, data },
    });
    return override;
  });
}
