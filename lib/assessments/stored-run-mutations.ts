import { dimensionRows, runColumns, type StoredRun } from "@/lib/assessments/stored-run";
import type { Transaction } from "@/lib/db/transaction";
import { sandboxFlags } from "@/lib/sandbox/sandbox-fixtures";
import type { RoleBenchmark } from "@/scoring/benchmarks/role-benchmark-schema";
import type { ScoringMode } from "@/scoring/dimensions/dimension-result";

/** Whose result a run becomes. */
export interface AssessmentToWrite {
  readonly id: string;
  readonly organizationId: string;
  readonly mode: ScoringMode;
  /** Of the result that is there already; null where this is the first. */
  readonly inputHash: string | null;
  readonly answer: { readonly fixture: string | null };
}

/**
 * Writes a run into an assessment's row, as one role weighs it. A hundred kilobytes of JSON go as text: the client's own
 * writing of such values takes several times as long, and whoever waits for a live verdict waits for this.
 */
export async function writeRun(
  transaction: Transaction,
  assessment: AssessmentToWrite,
  role: RoleBenchmark,
  run: StoredRun,
): Promise<void> {
  const { id, organizationId, mode, inputHash, answer } = assessment;
  if (inputHash !== null) await transaction.dimensionScore.deleteMany({ where: { organizationId, assessmentId: id } });
  const { result, audio, timings, transcript, ...columns } = runColumns(run, role, mode, sandboxFlags(answer.fixture));
  await transaction.$executeRaw`
    update assessments set result = ${JSON.stringify(result)}::jsonb, audio = ${JSON.stringify(audio)}::jsonb,
      timings = ${JSON.stringify(timings)}::jsonb,
      transcript = ${transcript === undefined ? null : JSON.stringify(transcript)}::jsonb,
      status = ${columns.status}::assessment_status, overall_score = ${columns.overallScore}::int,
      percentile = ${columns.percentile}::int, verdict = ${columns.verdict}, verdict_reasons = ${columns.verdictReasons},
      model_id = ${columns.modelId}, norms_id = ${columns.normsId}, input_hash = ${columns.inputHash},
      error_code = null, error_detail = null, completed_at = ${new Date()}
    where organization_id = ${organizationId} and id = ${id}`;
  await insertDimensions(transaction, assessment, run);
}

/** The run's dimensions as rows of one assessment. */
export async function insertDimensions(
  transaction: Transaction,
  { id, organizationId }: Pick<AssessmentToWrite, "id" | "organizationId">,
  run: StoredRun,
): Promise<void> {
  const rows = JSON.stringify(dimensionRows(run.scored));
  await transaction.$executeRaw`
    insert into dimension_scores (assessment_id, organization_id, dimension, mode, score, exact_score, standard_error,
      interval_low, interval_high, provisional, reasons, ledger)
    select ${id}, ${organizationId}, dimension, mode, score, "exactScore", "standardError", "intervalLow", "intervalHigh",
      coalesce(provisional, false), reasons, ledger
    from jsonb_to_recordset(${rows}::jsonb) as row(dimension dimension, mode scoring_mode, score int,
      "exactScore" double precision, "standardError" double precision, "intervalLow" double precision,
      "intervalHigh" double precision, provisional boolean, reasons jsonb, ledger jsonb)`;
}
