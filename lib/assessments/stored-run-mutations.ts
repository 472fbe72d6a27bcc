import { dimensionRows, runColumns, type StoredRun } from "@/lib/assessments/stored-run";
import { Prisma } from "@/lib/db/generated/client";
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
  const columns = runColumns(run, role, mode, sandboxFlags(answer.fixture));
  const { result, audio, timings, transcript } = columns;
  await transaction.$executeRaw`
    update assessments set result = ${JSON.stringify(result)}::jsonb, audio = ${JSON.stringify(audio)}::jsonb,
      timings = ${JSON.stringify(timings)}::jsonb,
      transcript = ${transcript === undefined ? null : JSON.stringify(transcript)}::jsonb, ${rolledColumns(columns)}
    where organization_id = ${organizationId} and id = ${id}`;
  await insertDimensions(transaction, assessment, run);
}

/**
 * Writes another role's view of a result that is there: its evidence is copied inside the database, which keeps it
 * compressed, and only what the role makes of it is new.
 *
 * @param source the result that `run` was read from
 * @returns false where that was renewed meanwhile (a later transcript), or erased: nothing is written then
 */
export async function copyRun(
  transaction: Transaction,
  { id, organizationId, mode, answer }: AssessmentToWrite,
  role: RoleBenchmark,
  { run, source }: { readonly run: StoredRun; readonly source: string },
): Promise<boolean> {
  if (!(await holdResult(transaction, { id: source, organizationId }, run))) return false;
  const columns = runColumns(run, role, mode, sandboxFlags(answer.fixture));
  await transaction.$executeRaw`
    update assessments target set result = source.result, audio = source.audio, transcript = source.transcript,
      timings = ${JSON.stringify(columns.timings)}::jsonb, ${rolledColumns(columns)}
    from assessments source
    where target.organization_id = ${organizationId} and target.id = ${id}
      and source.organization_id = target.organization_id and source.id = ${source}`;
  await copyDimensions(transaction, { id, organizationId }, source);
  return true;
}

/**
 * Holds a result that is to be copied as it is until the transaction ends.
 *
 * @returns false where it is not what `run` was read from any more
 */
export async function holdResult(
  transaction: Transaction,
  { id, organizationId }: Pick<AssessmentToWrite, "id" | "organizationId">,
  { inputHash }: StoredRun,
): Promise<boolean> {
  const held = await transaction.$queryRaw<unknown[]>`
    select 1 from assessments
    where organization_id = ${organizationId} and id = ${id} and input_hash = ${inputHash} for share`;
  return held.length > 0;
}

/** The dimensions of another result of the same answer, held; they do not depend on the role. As rows of this one. */
export async function copyDimensions(
  transaction: Transaction,
  { id, organizationId }: Pick<AssessmentToWrite, "id" | "organizationId">,
  source: string,
): Promise<void> {
  await transaction.$executeRaw`
    insert into dimension_scores (assessment_id, organization_id, dimension, mode, score, exact_score, standard_error,
      interval_low, interval_high, provisional, reasons, ledger)
    select ${id}, organization_id, dimension, mode, score, exact_score, standard_error, interval_low, interval_high,
      provisional, reasons, ledger
    from dimension_scores where organization_id = ${organizationId} and assessment_id = ${source}`;
}

/** What a role makes of a run, for an UPDATE's SET. */
function rolledColumns(columns: ReturnType<typeof runColumns>): Prisma.Sql {
  return Prisma.sql`status = ${columns.status}::assessment_status, overall_score = ${columns.overallScore}::int,
    percentile = ${columns.percentile}::int, verdict = ${columns.verdict}, verdict_reasons = ${columns.verdictReasons},
    model_id = ${columns.modelId}, norms_id = ${columns.normsId}, input_hash = ${columns.inputHash},
    error_code = null, error_detail = null, completed_at = ${new Date()}`;
}

/** The run's dimensions as rows of one assessment. */
async function insertDimensions(
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
