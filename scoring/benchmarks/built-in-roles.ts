import type { RoleBenchmark } from "@/scoring/benchmarks/role-benchmark-schema";

function role(
  key: string,
  name: string,
  bar: number,
  [communication, clarity, composure, empathy_signal]: readonly [number, number, number, number],
): RoleBenchmark {
  return { key, name, version: 1, bar, weights: { communication, clarity, composure, empathy_signal } };
}

/**
 * The roles that Earshot ships (scoring-science 4.5). All weights and bars are reasoned defaults; customer_support's
 * follow reliability: communication is measured best, composure and empathy_signal worst.
 */
export const BUILT_IN_ROLES: readonly RoleBenchmark[] = [
  role("customer_support", "Customer support", 65, [0.45, 0.25, 0.15, 0.15]),
  role("sales", "Sales", 65, [0.35, 0.25, 0.2, 0.2]),
  role("retail", "Retail", 60, [0.25, 0.25, 0.2, 0.3]),
  role("technical_support", "Technical support", 65, [0.25, 0.35, 0.2, 0.2]),
  role("collections", "Collections", 65, [0.3, 0.25, 0.3, 0.15]),
  role("team_lead", "Team lead", 72, [0.35, 0.25, 0.25, 0.15]),
  role("default", "Default", 60, [0.3, 0.3, 0.2, 0.2]),
];

/** The built-in role of that key, or null. */
export function findBuiltInRole(key: string): RoleBenchmark | null {
  return BUILT_IN_ROLES.find((candidate) => candidate.key === key) ?? null;
}
