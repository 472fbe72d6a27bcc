import { createId } from "@/lib/db/ids";
import type { OrganizationScope } from "@/lib/db/scope";
import type { Transaction } from "@/lib/db/transaction";
import type { StoredRun } from "@/lib/assessments/stored-run";

/** What a run measured, beside its result: bodies by kind and version, stored under the run's input hash. */
export interface MeasuredArtifact {
  readonly kind: "acoustics" | "words";
  readonly version: string;
  readonly body: unknown;
}

/** Keeps what a run measured; the same input is measured once. */
export async function storeArtifacts(
  transaction: Transaction,
  { organizationId }: OrganizationScope,
  run: StoredRun,
  artifacts: readonly MeasuredArtifact[],
): Promise<void> {
  for (const { kind, version, body } of artifacts) {
    // As text: the client's own writing of large JSON takes several times as long.
    await transaction.$executeRaw`
      insert into artifacts (id, organization_id, kind, version, content_key, body)
      values (${createId("art")}, ${organizationId}, ${kind}::artifact_kind, ${version}, ${run.inputHash},
        ${JSON.stringify(body)}::jsonb)
      on conflict (organization_id, kind, version, content_key) do nothing`;
  }
}

/** Erases artifacts that no result refers to any more. */
export async function eraseOrphanedArtifacts(
  transaction: Transaction,
  { organizationId }: OrganizationScope,
  inputHashes: readonly string[],
): Promise<void> {
  for (const inputHash of new Set(inputHashes)) {
    const users = await transaction.assessment.count({ where: { organizationId, inputHash } });
    if (users === 0) await transaction.artifact.deleteMany({ where: { organizationId, contentKey: inputHash } });
  }
}
