import { fractionText } from "@/scoring/evaluation/figure-text";
import type { ReportTable } from "@/scoring/evaluation/report-section";
import type { TargetReading } from "@/scoring/evaluation/targets/read-targets";

/** Figures above this are points or percent and get one decimal. */
const LARGEST_FRACTION = 1.5;

/** All targets, met or missed, in one table. */
export function targetTable(readings: readonly TargetReading[]): ReportTable {
  return {
    caption:
      "Targets, and what was reached here, cross-validated: each person judged by weights that were fitted to others; on the interviews with terms that were fixed before these people were seen",
    columns: ["set", "figure", "target", "reached", "95 % interval", ""],
    rows: readings.map(({ target, reached, interval, met }) => [
      target.set,
      target.label,
      `${target.bound === "at_least" ? "≥" : "≤"} ${figure(target.value)}`,
      reached === null ? "not measured" : figure(reached),
      interval === null ? "-" : `${figure(interval[0])} to ${figure(interval[1])}`,
      met === null ? "" : met ? "met" : "missed",
    ]),
  };
}

/** Three digits: a figure just below its target must not look like it. */
function figure(value: number): string {
  return Math.abs(value) > LARGEST_FRACTION ? value.toFixed(1) : fractionText(value, 3);
}
