import { readFile } from "node:fs/promises";
import path from "node:path";
import { BENCHMARKS } from "@/lib/bench/benchmarks";
import { EVALUATION_SETS } from "@/lib/evaluation/evaluation-sets";
import { TARGETS } from "@/scoring/evaluation/targets/targets";
import { DEFAULT_MODEL_ID } from "@/scoring/models/model-catalogue";
import { CURRENT_READ_SPEECH_ID } from "@/scoring/models/read-speech-catalogue";
import type { MeasuredPage } from "@/scoring/reference-pages/stale-measures";

/** The pages of measured figures with what each must name: models in use, sets, targets, rows of the bench. */
export async function measuredPages(root: string): Promise<readonly MeasuredPage[]> {
  const evaluation = "docs/evaluation.md";
  const performance = "docs/performance.md";
  return [
    {
      file: evaluation,
      text: await textOf(root, evaluation),
      command: "npm run evaluate -- --data DIR",
      mustName: [
        ...[DEFAULT_MODEL_ID, CURRENT_READ_SPEECH_ID].map((id) => `\`${id}\``),
        ...EVALUATION_SETS.map(({ name }) => `Set: \`${name}\``),
        ...TARGETS.map(({ label }) => label),
      ],
    },
    {
      file: performance,
      text: await textOf(root, performance),
      command: "npm run bench",
      mustName: BENCHMARKS.map(({ name }) => name),
    },
  ];
}

async function textOf(root: string, file: string): Promise<string | null> {
  return readFile(path.join(root, file), "utf8").catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  });
}
