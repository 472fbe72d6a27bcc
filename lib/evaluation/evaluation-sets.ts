import type { EvaluationSet } from "@/lib/evaluation/evaluation-set";
import { alignment } from "@/lib/evaluation/alignment/alignment";
import { empathyEpitome } from "@/lib/evaluation/empathy-epitome/empathy-epitome";
import { lowConfidence } from "@/lib/evaluation/low-confidence/low-confidence";
import { metamorphic } from "@/lib/evaluation/metamorphic/metamorphic";
import { mitInterview } from "@/lib/evaluation/mit-interview/mit-interview";
import { nictJle } from "@/lib/evaluation/nict-jle/nict-jle";
import { so762Train } from "@/lib/evaluation/so762/so762-train";

/** Every set that `npm run evaluate` knows, in the order of docs/evaluation.md. */
export const EVALUATION_SETS: readonly EvaluationSet[] = [
  so762Train,
  mitInterview,
  nictJle,
  empathyEpitome,
  metamorphic,
  lowConfidence,
  alignment,
];
