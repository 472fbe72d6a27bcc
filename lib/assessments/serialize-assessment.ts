import type { AssessmentWithAnswer } from "@/lib/assessments/data";
import type { AssessmentJson, UnscoredAssessment } from "@/lib/assessments/schema";
import { toSoftSkillsScore } from "@/lib/assessments/serializers";
import { toStoredRun } from "@/lib/assessments/stored-run";
import { formatCredits } from "@/lib/credits/format-credits";
import { toOverrideJson } from "@/lib/overrides/serializers";
import type { RoleVersions } from "@/lib/role-benchmarks/data";
import { sandboxFlags } from "@/lib/sandbox/sandbox-fixtures";
import type { QueuePlace } from "@/lib/scoring-runs/data";
import { PRIOR_NORMS } from "@/scoring/benchmarks/prior-norms";

/** Ask again after this long: about the time that scoring takes when nobody is ahead. */
export const POLL_AFTER_SECONDS = 2;

export interface SerializeOptions {
  readonly roles: RoleVersions;
  /** Ledgers and their moments: most of the bytes. */
  readonly evidence: boolean;
  readonly place?: QueuePlace;
}

/** One assessment as the public JSON: with its scores when there are any, else with where it stands. */
export function toAssessmentJson(
  row: AssessmentWithAnswer,
  { roles, evidence, place }: SerializeOptions,
): AssessmentJson {
  const run = toStoredRun(row);
  if (!run || row.completedAt === null) return toUnscoredJson(row, place);
  const role = roles(row.roleKey, row.roleVersion);
  const score = toSoftSkillsScore({
    ...run,
    ...{ mode: row.mode, role, norms: PRIOR_NORMS, flags: sandboxFlags(row.answer.fixture) },
  });
  const { evidence: ledgers, ...rest } = score;
  const [override] = row.overrides;
  const address = `/v1/soft-skills-score/${row.id}`;
  return {
    ...head(row),
    completed_at: row.completedAt.toISOString(),
    ...rest,
    override: override ? toOverrideJson(override) : null,
    ...(evidence && { evidence: ledgers }),
    transcript: score.transcript && { ...score.transcript, href: `${address}/transcript` },
    audio: { ...score.audio, href: `${address}/recording` },
  };
}

/** What is told of a run before it has a result. */
export interface UnscoredAssessmentRow extends Pick<
  AssessmentWithAnswer,
  | "id"
  | "answerId"
  | "livemode"
  | "externalId"
  | "createdAt"
  | "roleKey"
  | "status"
  | "errorCode"
  | "errorDetail"
  | "runs"
> {
  readonly answer: Pick<AssessmentWithAnswer["answer"], "synthetic" | "positionId" | "candidateId" | "metadata">;
}

function head(row: UnscoredAssessmentRow) {
  return {
    id: row.id,
    object: "soft_skills_score" as const,
    answer_id: row.answerId,
    livemode: row.livemode,
    synthetic: row.answer.synthetic,
    external_id: row.externalId,
    // The column is written from answerFieldsSchema alone.
    metadata: row.answer.metadata as Readonly<Record<string, string>>,
    position_id: row.answer.positionId,
    candidate_id: row.answer.candidateId,
    created_at: row.createdAt.toISOString(),
    role_benchmark: row.roleKey,
    credits: toCredits(row.runs[0]),
  };
}

/** A result for another role has no run of its own: it is free. */
function toCredits(run: { readonly reserved: number; readonly charged: number | null } | undefined) {
  const { reserved = 0, charged = 0 } = run ?? {};
  return { charged: charged === null ? null : formatCredits(charged), reserved: formatCredits(reserved) };
}

/** A run without a result as the public JSON: where it stands, or why it has none. */
export function toUnscoredJson(row: UnscoredAssessmentRow, place?: QueuePlace): UnscoredAssessment {
  const status = row.status as UnscoredAssessment["status"]; // a run without a result has none of the other statuses
  const waits = status === "queued" || status === "processing";
  return {
    ...head(row),
    status,
    ...(waits && { poll_after_seconds: POLL_AFTER_SECONDS }),
    ...(waits && place && { active_runs: place.activeRuns }),
    ...(place && place.position !== null && { queue_position: place.position }),
    ...(row.errorCode !== null && { error: { code: row.errorCode, detail: row.errorDetail ?? "" } }),
  };
}
