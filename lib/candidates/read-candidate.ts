import { type CandidateFilter, getCandidate, listCandidates } from "@/lib/candidates/data";
import type { CandidateJson } from "@/lib/candidates/schema";
import type { Candidate } from "@/lib/db/generated/client";
import type { OrganizationScope } from "@/lib/db/scope";
import { toPageJson } from "@/lib/http/page";
import { Reply } from "@/lib/http/reply";

/** One person as the API shows them. @throws EarshotError `not_found` */
export async function readCandidate(scope: OrganizationScope, id: string): Promise<CandidateJson> {
  return toCandidateJson(await getCandidate(scope, id));
}

export async function createdCandidate(scope: OrganizationScope, id: string): Promise<Reply<CandidateJson>> {
  return Reply.json(201, await readCandidate(scope, id), { Location: `/v1/candidates/${id}` });
}

export async function readCandidatePage(scope: OrganizationScope, filter: CandidateFilter) {
  return toPageJson(await listCandidates(scope, filter), toCandidateJson);
}

export function toCandidateJson(row: Candidate): CandidateJson {
  const { id, externalId, name, email, createdAt, updatedAt } = row;
  return {
    ...{ id, object: "candidate" as const, external_id: externalId, name, email },
    ...{ created_at: createdAt.toISOString(), updated_at: updatedAt.toISOString() },
  };
}
