import type { Dimension } from "@/scoring/dimensions/dimension-result";

/** A normal distribution of scores on 0..100. */
export interface ScoreDistribution {
  readonly mean: number;
  readonly sd: number;
}

/** A frozen comparison group. The id travels with every percentile; a new snapshot never rewrites old answers. */
export interface NormSnapshot {
  readonly id: string;
  /** Overall score by role key; roles that are not named use `otherRoles`. */
  readonly overallByRole: Readonly<Record<string, ScoreDistribution>>;
  readonly otherRoles: ScoreDistribution;
  readonly dimension: Readonly<Record<Dimension, ScoreDistribution>>;
}

const ANY_DIMENSION: ScoreDistribution = { mean: 65, sd: 14 };

/** The prior before an organization has answers of its own (scoring-science 9.6): reasoned defaults. */
export const PRIOR_NORMS: NormSnapshot = {
  id: "norms@prior-1",
  overallByRole: { customer_support: { mean: 67, sd: 12.8 } },
  otherRoles: { mean: 65, sd: 13 },
  dimension: {
    communication: ANY_DIMENSION,
    clarity: ANY_DIMENSION,
    composure: ANY_DIMENSION,
    empathy_signal: ANY_DIMENSION,
  },
};

/** The distribution of overall scores that a role is compared with. */
export function overallDistribution(norms: NormSnapshot, roleKey: string): ScoreDistribution {
  return norms.overallByRole[roleKey] ?? norms.otherRoles;
}
