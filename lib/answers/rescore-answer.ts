import type { RescoreBody } from "@/lib/answers/schema";
import { getScoredAssessmentOf } from "@/lib/assessments/data";
import { createRescore } from "@/lib/assessments/rescore-mutations";
import type { Identity } from "@/lib/auth/identity";
import { getScoringMode } from "@/lib/organizations/data";
import { getRoleBenchmark } from "@/lib/role-benchmarks/data";

/**
 * Weighs an answer's finished dimensions for another role: no audio, no queue, at once.
 *
 * @returns the new assessment's id
 * @throws EarshotError `not_found`, `conflict` (no result yet), `unknown_role_benchmark`
 */
export async function rescoreAnswer(identity: Identity, body: RescoreBody): Promise<string> {
  const { scope } = identity;
  const role = await getRoleBenchmark(scope, body.role_benchmark);
  const source = await getScoredAssessmentOf(scope, body.answer_id);
  const mode = await getScoringMode(scope);
  return createRescore(identity, source, { role, mode, body });
}
