import { softSkillsScoreSchema } from "@/lib/assessments/schema";
import recordedExamples from "@/lib/openapi/examples/recorded-examples.json";
import { printJson } from "@/lib/openapi/print-json";

/** Characters of a line of the column that the example stands in. */
const WIDTH = 62;
/** Stands where something was left out; not JSON, so that nobody takes the example for the whole. */
const LEFT_OUT = "...";

/** The recorded result of the main call for one page: values as they were answered, one term of the evidence. */
export function onePageExample(): string {
  const result = softSkillsScoreSchema.parse(recordedExamples[0]?.body);
  const { base, exact_score, clip, terms } = result.evidence?.["communication"] ?? missing();
  const term = terms.find(({ moments, vs_norm }) => moments.length > 0 && vs_norm !== null) ?? terms[0] ?? missing();
  const { label, value, unit, points, vs_norm, moments } = term;
  const { details: _details, ...signals } = result.fraud_signals;
  const { key, version, bar } = result.benchmark;
  const shown = {
    ...{ id: result.id, object: result.object, livemode: result.livemode, status: result.status },
    ...{ external_id: result.external_id, role_benchmark: result.role_benchmark },
    ...{ overall_score: result.overall_score, verdict: result.verdict, verdict_reasons: result.verdict_reasons },
    ...{ dimensions: result.dimensions, benchmark_percentile: result.benchmark_percentile, fraud_signals: signals },
    ...{ low_confidence: result.low_confidence, provisional: result.provisional, intervals: result.intervals },
    evidence: {
      communication: {
        ...{ base, exact_score, clip },
        terms: [{ label, value, unit, points, vs_norm, moments: [...moments.slice(0, 1), LEFT_OUT] }, LEFT_OUT],
      },
    },
    benchmark: { key, version, bar },
    ...{ credits: result.credits, model: result.model },
  };
  return printJson(shown, WIDTH).replaceAll(`"${LEFT_OUT}"`, LEFT_OUT).replace(/\n\}$/, `,\n  ${LEFT_OUT}\n}`);
}

function missing(): never {
  throw new Error("the recorded example has no evidence for communication");
}
