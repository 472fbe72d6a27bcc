import { z } from "zod";
import { OPERATOR } from "@/lib/auth/operator";
import { adminCommand, organizationArgument } from "@/lib/cli/admin-command";
import { UsageError } from "@/lib/cli/command-outcome";
import { formatCredits } from "@/lib/credits/format-credits";
import { countRuns, listDeadRuns, retryDeadRun } from "@/lib/jobs/dead-runs";
import { sender } from "@/lib/jobs/enqueue";
import { type LedgerMismatch, proveLedger } from "@/lib/jobs/prove-ledger";

const FLAG = { type: "boolean" } as const;
const TEXT = { type: "string" } as const;

export const jobsCommand = adminCommand({
  takes: "[--dead [--organization ID]] | [--retry RUN_ID]",
  does: "how many runs wait; the runs whose tries are used up; has one of them tried again",
  options: { dead: FLAG, retry: TEXT, organization: TEXT },
  schema: z.object({
    dead: z.boolean().default(false),
    organization: organizationArgument.optional(),
    retry: z.string().startsWith("run_", "is no run's id (run_...)").optional(),
  }),
  run: async ({ dead, organization, retry }) => {
    if (retry !== undefined && (dead || organization !== undefined)) throw new UsageError("--retry stands alone.");
    if (organization !== undefined && !dead) throw new UsageError("--organization goes with --dead.");
    if (retry !== undefined) return retryRun(retry);
    return dead ? showDeadRuns(organization ?? null) : showCounts();
  },
});

async function retryRun(runId: string) {
  const id = await retryDeadRun(await sender(), OPERATOR, runId);
  return { json: { retried: runId, run_id: id }, lines: [`${runId} is tried again as ${id}.`] };
}

async function showDeadRuns(organizationId: string | null) {
  const rows = (await listDeadRuns(organizationId)).map((run) => ({
    ...{ run_id: run.id, organization_id: run.organizationId, result_id: run.assessmentId },
    ...{ attempts: run.attempts, fault: run.fault, finished_at: run.finishedAt?.toISOString() ?? null },
  }));
  const lines = rows.map(
    (row) => `${row.finished_at ?? ""}  ${row.run_id}  ${row.organization_id}  ${row.result_id}  ${row.fault ?? ""}`,
  );
  return { json: { dead_runs: rows }, lines: lines.length > 0 ? lines : ["There is none."] };
}

async function showCounts() {
  const { waiting, dispatched, dead, oldestWaitingSince } = await countRuns();
  const since = oldestWaitingSince?.toISOString() ?? null;
  const json = { waiting, dispatched, dead, oldest_waiting_since: since };
  const lines = [`${waiting} wait${since ? `, the oldest since ${since}` : ""}; ${dispatched} run; ${dead} are dead.`];
  return { json, lines };
}

export const proveLedgerCommand = adminCommand({
  takes: "",
  does: "proves that every balance is the sum of its ledger; ends with 1 where one is not",
  schema: z.object({}),
  run: async () => {
    const { accounts, mismatches, provedAt } = await proveLedger();
    const rows = mismatches.map(toMismatchJson);
    const lines = [
      `${accounts} accounts, ${mismatches.length} that disagree with their ledger.`,
      ...rows.map(
        (row) =>
          `${row.organization_id}  balance ${row.balance} (entries ${row.balance_by_entries})  reserved ${row.reserved} (entries ${row.reserved_by_entries}, open runs ${row.reserved_by_runs})`,
      ),
    ];
    const json = { proved_at: provedAt.toISOString(), accounts, mismatches: rows };
    return { json, lines, broken: mismatches.length > 0 };
  },
});

function toMismatchJson(row: LedgerMismatch) {
  return {
    organization_id: row.organizationId,
    balance: formatCredits(row.balance),
    balance_by_entries: formatCredits(row.balanceByEntries),
    reserved: formatCredits(row.reserved),
    reserved_by_entries: formatCredits(row.reservedByEntries),
    reserved_by_runs: formatCredits(row.reservedByRuns),
  };
}
