import { stat } from "node:fs/promises";
import path from "node:path";
import { UsageError, type CommandOutput, type ExitCode } from "@/lib/cli/command-outcome";
import { evaluateUsage, parseEvaluateArguments, type EvaluateArguments } from "@/lib/cli/evaluate-arguments";
import { renderSection } from "@/lib/cli/render-section";
import { environment } from "@/lib/config/environment";
import type { EvaluationSet } from "@/lib/evaluation/evaluation-set";
import { EVALUATION_SETS } from "@/lib/evaluation/evaluation-sets";
import { runSets, type SetResult } from "@/lib/evaluation/run-sets";
import { writeEvaluationPage } from "@/lib/evaluation/write-evaluation-page";
import { type EvaluatedSet } from "@/scoring/evaluation/page/render-evaluation-page";
import { checkFloors } from "@/scoring/evaluation/floors";
import { readTargets } from "@/scoring/evaluation/targets/read-targets";
import { DEFAULT_MODEL_ID } from "@/scoring/models/model-catalogue";
import { CURRENT_READ_SPEECH_ID } from "@/scoring/models/read-speech-catalogue";

/** Worst first. */
const EXIT_CODES: Readonly<Partial<Record<SetResult["status"], ExitCode>>> = { broke: 1, bad_data: 2 };

/**
 * `npm run evaluate`: the scores beside people's judgements on the public sets of a folder. Prints tables or, with --json,
 * one object; a whole run (neither --only nor --quick) of all sets also writes evaluation.md. Progress and what is left
 * out go to standard error.
 *
 * @returns 0 when it ran, also with a set missing; 2 for bad arguments, damaged data or no set at all; 1 when a set broke
 *   or, with --floors, a floor was not held
 */
export async function runEvaluate(
  argv: readonly string[],
  output: CommandOutput,
  sets: readonly EvaluationSet[] = EVALUATION_SETS,
): Promise<ExitCode> {
  try {
    const names = sets.map(({ name }) => name);
    const options = parseEvaluateArguments(argv, names);
    if (options === null) {
      output.out(`${evaluateUsage(names)}\n`);
      return 0;
    }
    return await evaluate(options, output, sets);
  } catch (error) {
    const usage = error instanceof UsageError;
    output.error(usage ? error.message : `evaluate broke: ${error instanceof Error ? error.message : String(error)}`);
    return usage ? 2 : 1;
  }
}

async function evaluate(
  options: EvaluateArguments,
  output: CommandOutput,
  sets: readonly EvaluationSet[],
): Promise<ExitCode> {
  const dataDir = path.resolve(options.data);
  if (!(await stat(dataDir).catch(() => null))?.isDirectory()) {
    throw new UsageError(`The folder "${options.data}" does not exist.`);
  }
  const chosen = options.only === null ? sets : sets.filter(({ name }) => name === options.only);
  const cacheDir = path.join(environment().dataDir, "evaluation-cache");
  const progress = (line: string): void => output.error(line);
  const results = await runSets(chosen, { dataDir, quick: options.quick, cacheDir, progress });
  print(results, options.json, output);
  await writeDocs(options, results, progress);
  const code = exitCode(results, options, output);
  return options.floors && !floorsHold(results, progress) ? 1 : code;
}

function print(results: readonly SetResult[], json: boolean, output: CommandOutput): void {
  if (json) {
    output.out(`${JSON.stringify(jsonBySet(results), null, 2)}\n`);
  } else {
    for (const { section } of evaluatedSets(results)) output.out(renderSection(section, output.columns));
  }
}

function jsonBySet(results: readonly SetResult[]): Record<string, unknown> {
  return Object.fromEntries(
    results.flatMap((result) => (result.status === "evaluated" ? [[result.name, result.outcome.json]] : [])),
  );
}

function evaluatedSets(results: readonly SetResult[]): EvaluatedSet[] {
  return results.flatMap((result) =>
    result.status === "evaluated" ? [{ name: result.name, section: result.outcome.section }] : [],
  );
}

/** Says every floor with what was reached. */
function floorsHold(results: readonly SetResult[], say: (line: string) => void): boolean {
  const checks = checkFloors(jsonBySet(results));
  for (const { name, detail, held } of checks) {
    say(`${held === null ? "-" : held ? "held  " : "MISSED"} ${name}: ${detail}`);
  }
  return checks.every(({ held }) => held !== false);
}

/** A page without some of its sets would look as if they had been given up: then the old one stays. */
async function writeDocs(
  { docs, only, quick }: EvaluateArguments,
  results: readonly SetResult[],
  progress: (line: string) => void,
): Promise<void> {
  if (docs === null || only !== null || quick) return;
  const sets = evaluatedSets(results);
  if (sets.length < results.length) {
    progress("evaluation.md is left as it is: it is written when every set was evaluated");
    return;
  }
  const targets = readTargets(jsonBySet(results));
  const page = { modelIds: [DEFAULT_MODEL_ID, CURRENT_READ_SPEECH_ID], sets, targets };
  progress(`wrote ${await writeEvaluationPage(path.resolve(docs), page)}`);
}

function exitCode(results: readonly SetResult[], options: EvaluateArguments, output: CommandOutput): ExitCode {
  if (results.every(({ status }) => status === "missing")) {
    output.error(`Nothing was evaluated: "${options.data}" holds no folder of ${options.only ?? "any set"}.`);
    return 2;
  }
  const codes = results.map(({ status }) => EXIT_CODES[status] ?? 0);
  return codes.includes(1) ? 1 : codes.includes(2) ? 2 : 0;
}
