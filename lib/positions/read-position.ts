import type { Identity } from "@/lib/auth/identity";
import { toCandidateJson } from "@/lib/candidates/read-candidate";
import type { Position } from "@/lib/db/generated/client";
import type { OrganizationScope } from "@/lib/db/scope";
import { encodeCursor } from "@/lib/http/cursor";
import { type PageRequest, toPageJson } from "@/lib/http/page";
import { Reply } from "@/lib/http/reply";
import { EarshotError } from "@/lib/errors/error-codes";
import { toOverrideJson } from "@/lib/overrides/serializers";
import {
  getPosition,
  listPositions,
  listRankedCandidates,
  type PositionFilter,
  type RankedCandidate,
} from "@/lib/positions/data";
import { type PositionJson, type RankedCandidateJson, rankedCandidateSchema } from "@/lib/positions/schema";

/** One position as the API shows it. @throws EarshotError `not_found` */
export async function readPosition(scope: OrganizationScope, id: string): Promise<PositionJson> {
  return toPositionJson(await getPosition(scope, id));
}

export async function createdPosition(scope: OrganizationScope, id: string): Promise<Reply<PositionJson>> {
  return Reply.json(201, await readPosition(scope, id), { Location: `/v1/positions/${id}` });
}

export async function readPositionPage(scope: OrganizationScope, filter: PositionFilter) {
  return toPageJson(await listPositions(scope, filter), toPositionJson);
}

/** The order changes with every result: its cursors say how many were ahead. */
const CURSOR_TIME = new Date("2020-01-01T00:00:00.000Z");

/** A position's candidates in order. @throws EarshotError `not_found`; `invalid_request` for another list's cursor */
export async function readRankedCandidates({ scope, livemode }: Identity, id: string, { limit, cursor }: PageRequest) {
  await getPosition(scope, id);
  const after = cursor ? toPlace(cursor.id) : 0;
  const { items, hasMore } = await listRankedCandidates(scope, id, { livemode, limit, after });
  const next = hasMore ? encodeCursor({ createdAt: CURSOR_TIME, id: String(after + items.length) }) : null;
  return { data: items.map(toRankedJson), has_more: hasMore, next_cursor: next };
}

function toPlace(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  const detail = "This cursor belongs to another list: take next_cursor of the page before, or leave it out.";
  throw new EarshotError("invalid_request", detail, [{ pointer: "/cursor", code: "invalid_request", detail }]);
}

function toPositionJson(row: Position): PositionJson {
  return {
    id: row.id,
    object: "position",
    name: row.name,
    external_id: row.externalId,
    role_benchmark: row.roleKey,
    archived: row.archivedAt !== null,
    created_at: row.createdAt.toISOString(),
    updated_at: row.updatedAt.toISOString(),
  };
}

const { verdict } = rankedCandidateSchema.shape;

function toRankedJson({ rank, candidate, assessment }: RankedCandidate): RankedCandidateJson {
  const [override] = assessment.overrides;
  return {
    object: "ranked_candidate",
    rank,
    candidate: toCandidateJson(candidate),
    assessment_id: assessment.id,
    status: assessment.status,
    role_benchmark: assessment.roleKey,
    overall_score: assessment.overallScore,
    verdict: verdict.parse(assessment.verdict),
    override: override ? toOverrideJson(override) : null,
    completed_at: assessment.completedAt?.toISOString() ?? null,
  };
}
