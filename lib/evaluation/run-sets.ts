import { stat } from "node:fs/promises";
import path from "node:path";
import {
  EvaluationDataError,
  type EvaluationContext,
  type EvaluationOutcome,
  type EvaluationSet,
} from "@/lib/evaluation/evaluation-set";

/** What became of one set. `missing`: no folder. `bad_data`: not laid out as expected. `broke`: a bug, or the machine. */
export type SetResult =
  | { readonly name: string; readonly status: "evaluated"; readonly outcome: EvaluationOutcome }
  | { readonly name: string; readonly status: "missing" | "bad_data" | "broke"; readonly detail: string };

/** Evaluates the sets one after the other. One that fails is told at once and does not keep the others from running. */
export async function runSets(sets: readonly EvaluationSet[], context: EvaluationContext): Promise<SetResult[]> {
  const results: SetResult[] = [];
  for (const set of sets) {
    const result = await runSet(set, context);
    if (result.status !== "evaluated") context.progress(`${set.name} is left out: ${result.detail}`);
    results.push(result);
  }
  return results;
}

async function runSet(set: EvaluationSet, context: EvaluationContext): Promise<SetResult> {
  const { name } = set;
  const folder = path.join(context.dataDir, set.folder);
  if (!(await isFolder(folder))) return { name, status: "missing", detail: `there is no folder ${folder}` };
  try {
    const progress = (line: string): void => context.progress(`${name}: ${line}`);
    return { name, status: "evaluated", outcome: await set.evaluate({ ...context, progress }) };
  } catch (error) {
    if (error instanceof EvaluationDataError) return { name, status: "bad_data", detail: error.message };
    return { name, status: "broke", detail: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

async function isFolder(folder: string): Promise<boolean> {
  return (await stat(folder).catch(() => null))?.isDirectory() ?? false;
}
