import type { Figure, PanelAgreement } from "@/scoring/evaluation/panel/panel-agreement";

/** Digits after the point: enough to compare, few enough to read. */
const DIGITS = 4;

/** A figure for the JSON; null stays null. */
export function rounded(value: number | null): number | null {
  return value === null ? null : Number(value.toFixed(DIGITS));
}

/** Agreement as the JSON has it. Speakers have no official label: their r_median is left out. */
export function agreementJson(agreement: PanelAgreement | null, official: boolean): Record<string, unknown> | null {
  if (agreement === null) return null;
  const { r, rMedian, align15, skill, constantAlign15, n, coverage } = agreement;
  return {
    r: rounded(r.value),
    r_ci: intervalJson(r),
    ...(official && { r_median: rounded(rMedian.value), r_median_ci: intervalJson(rMedian) }),
    align15: rounded(align15.value),
    align15_ci: intervalJson(align15),
    skill: rounded(skill.value),
    skill_ci: intervalJson(skill),
    constant_align15: rounded(constantAlign15),
    n,
    coverage: rounded(coverage),
  };
}

function intervalJson({ interval }: Figure): (number | null)[] | null {
  return interval === null ? null : [rounded(interval.low), rounded(interval.high)];
}
