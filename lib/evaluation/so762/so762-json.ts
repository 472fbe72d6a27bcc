import { agreementJson, rounded } from "@/lib/evaluation/so762/agreement-json";
import type { Comparison, ScaleComparison, WayComparison } from "@/lib/evaluation/so762/compare-with-experts";
import { LEVELS } from "@/lib/evaluation/so762/panel-items";
import type { GroupDifference } from "@/scoring/evaluation/panel/group-difference";
import type { PanelBaselines } from "@/scoring/evaluation/panel/panel-baselines";

/**
 * The set's object of `evaluate --json`. `baselines` and `gender_difference_sd` at the top are those of fluency (sentences);
 * both scales have their own inside.
 */
export function so762Json(comparison: Comparison): Record<string, unknown> {
  const { fluency, prosody } = comparison.scales;
  return {
    coverage: rounded(comparison.coverage),
    model: comparison.modelId,
    fluency: scaleJson(fluency),
    prosody: scaleJson(prosody),
    baselines: {
      ...baselinesJson(fluency.baselines.utterance),
      ...{ fluency: levelsJson(fluency), prosody: levelsJson(prosody) },
    },
    gender_difference_sd: differenceJson((fluency.shipped ?? fluency.cv).groups.gender),
  };
}

function scaleJson(scale: ScaleComparison): Record<string, unknown> {
  const product = { r: rounded(scale.product?.r.value ?? null), coverage: rounded(scale.productCoverage) };
  return {
    ...(scale.shipped && { shipped: { ...wayJson(scale.shipped), product_speaker: product } }),
    cv: { ...wayJson(scale.cv), ...(!scale.shipped && { product_speaker: product }) },
  };
}

function wayJson({ agreements, groups }: WayComparison): Record<string, unknown> {
  const levels = LEVELS.map((level) => [level, agreementJson(agreements[level], level.endsWith("utterance"))] as const);
  return {
    ...Object.fromEntries(levels.filter(([, json]) => json !== null)),
    gender_difference_sd: differenceJson(groups.gender),
    age_difference_sd: differenceJson(groups.age),
    residuals: Object.fromEntries(groups.groups.map(({ label, residual }) => [label, rounded(residual)])),
  };
}

function differenceJson(difference: GroupDifference | null): Record<string, unknown> | null {
  if (difference === null) return null;
  const { model, experts, excessInterval } = difference;
  const excess_ci = excessInterval && [rounded(excessInterval.low), rounded(excessInterval.high)];
  return { model: rounded(model), experts: rounded(experts), excess_ci };
}

function levelsJson({ baselines }: ScaleComparison): Record<string, unknown> {
  return { utterance: baselinesJson(baselines.utterance), speaker: baselinesJson(baselines.speaker) };
}

function baselinesJson({ constantAlign15, expertAlign15, expertR }: PanelBaselines): Record<string, unknown> {
  return {
    constant_align15: rounded(constantAlign15),
    expert_align15: rounded(expertAlign15),
    expert_r: rounded(expertR),
  };
}
