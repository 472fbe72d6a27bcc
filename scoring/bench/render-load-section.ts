import type { BenchMachine, BenchRow } from "@/scoring/bench/bench-row";
import { formatMeasure } from "@/scoring/bench/format-measure";

/** Rows of the running API under load, which are measured by themselves and on one machine. */
export interface LoadReport {
  readonly machine: BenchMachine;
  readonly rows: readonly BenchRow[];
}

const HEADING = "## Under load";
const NEXT_HEADING = "## How it is measured";
const SIGNS = { "at most": "≤", "at least": "≥", exactly: "=" } as const;

/**
 * The section of docs/performance.md about the API under load.
 *
 * @param names every row that there is; those without a measurement are named too
 */
export function renderLoadSection(report: LoadReport | null, names: readonly string[]): string {
  const rows = names.flatMap((name) => report?.rows.find((row) => row.name === name) ?? []);
  const missing = names.filter((name) => !rows.some((row) => row.name === name));
  const lines = rows.map(({ name, unit, median, target, targetKind, met }) => {
    const asked = target === null || targetKind === null ? "" : `${SIGNS[targetKind]} ${formatMeasure(target, unit)} `;
    const kept = met === null ? "" : met ? "✓" : "✗";
    return `| \`${name}\` | ${formatMeasure(median, unit)} | ${asked}${kept} |`;
  });
  const { machine } = report ?? {};
  const where = machine
    ? ` Machine: ${machine.cpu}, ${machine.cores} cores, ${machine.memoryGb} GB, Node ${machine.node}.`
    : "";
  return [
    HEADING,
    `Made by \`npm run bench -- --api\`: the production build with its own database, the sender on the same cores; one run each.${where}`,
    ...(lines.length > 0 ? [["| row | measured | target |", "|---|---|---|", ...lines].join("\n")] : []),
    ...(missing.length > 0 ? [`Not measured yet: ${missing.map((name) => `\`${name}\``).join(", ")}.`] : []),
  ].join("\n\n");
}

/** The page with this section in place of the one before, or before how it is measured. */
export function placeLoadSection(page: string, section: string): string {
  const next = page.indexOf(NEXT_HEADING);
  if (next === -1) return `${page.trimEnd()}\n\n${section}\n`;
  const begin = page.indexOf(HEADING);
  const until = begin === -1 ? next : begin;
  return `${page.slice(0, until)}${section}\n\n${page.slice(next)}`;
}
