import type { Prisma } from "@/lib/db/generated/client";
import { EarshotError } from "@/lib/errors/error-codes";
import type { OrganizationScope } from "@/lib/db/scope";
import { withOrganization } from "@/lib/db/with-organization";

export type AnswerWithRecording = Prisma.AnswerGetPayload<{ include: { recording: true } }>;

/** Whether the organization has an answer under this external id, e.g. a fixture that was seeded before. */
export async function hasSyntheticAnswer(scope: OrganizationScope, externalId: string): Promise<boolean> {
  const found = await withOrganization(scope, (transaction) =>
    transaction.answer.findFirst({
      where: { organizationId: scope.organizationId, externalId, synthetic: true },
      select: { id: true },
    }),
  );
  return found !== null;
}

/** Where the recording behind an assessment lies. @throws EarshotError `not_found` */
export async function getRecordingOfAssessment(
  scope: OrganizationScope,
  assessmentId: string,
): Promise<{ storageKey: string; container: string; sha256: string }> {
  const assessment = await withOrganization(scope, (transaction) =>
    transaction.assessment.findFirst({
      where: { id: assessmentId, organizationId: scope.organizationId },
      select: { answer: { select: { recording: { select: { storageKey: true, container: true, sha256: true } } } } },
    }),
  );
  if (!assessment) throw new EarshotError("not_found", "There is no result with this id.");
  const { recording } = assessment.answer;
  if (!recording) throw new EarshotError("not_found", "The recording of this answer is not here yet.");
  return recording;
}
