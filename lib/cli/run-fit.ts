import { stat } from "node:fs/promises";
import path from "node:path";
import { UsageError, type CommandOutput, type ExitCode } from "@/lib/cli/command-outcome";
import { fitUsage, parseFitArguments, type FitArguments } from "@/lib/cli/fit-arguments";
import { environment } from "@/lib/config/environment";
import { EvaluationDataError } from "@/lib/evaluation/evaluation-set";
import type { ModelFit } from "@/lib/fitting/model-fit";
import { MODEL_FITS } from "@/lib/fitting/model-fits";
import { publishModel, requireFreeVersion, VersionTakenError, type PublishedFiles } from "@/lib/fitting/publish-model";

type Published = PublishedFiles & { readonly metrics: Readonly<Record<string, unknown>> };

/**
 * `npm run fit`: fits models on the public sets of a folder and writes each under a new version with its card. Prints
 * where, or with --json one object with cross-validated figures; progress goes to standard error.
 *
 * @returns 0 when all were written; 2 for bad arguments, missing or damaged data, or a version that exists; 1 when it broke
 */
export async function runFit(
  argv: readonly string[],
  output: CommandOutput,
  fits: readonly ModelFit[] = MODEL_FITS,
): Promise<ExitCode> {
  try {
    const options = parseFitArguments(
      argv,
      fits.map(({ name }) => name),
    );
    if (options === null) {
      output.out(`${fitUsage(fits.map(({ name }) => name))}\n`);
      return 0;
    }
    print(await fitAll(options, output, fits), options.json, output);
    return 0;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const input =
      error instanceof UsageError || error instanceof EvaluationDataError || error instanceof VersionTakenError;
    output.error(input ? message : `fit broke: ${message}`);
    return input ? 2 : 1;
  }
}

async function fitAll(
  options: FitArguments,
  output: CommandOutput,
  fits: readonly ModelFit[],
): Promise<Map<string, Published>> {
  const dataDir = path.resolve(options.data);
  if (!(await stat(dataDir).catch(() => null))?.isDirectory()) {
    throw new UsageError(`The folder "${options.data}" does not exist.`);
  }
  const progress = (line: string): void => output.error(line);
  const cacheDir = path.join(environment().dataDir, "evaluation-cache");
  const published = new Map<string, Published>();
  for (const fit of fits.filter(({ name }) => options.only === null || name === options.only)) {
    const modelsDir = path.resolve(options.models);
    if (options.version !== null) await requireFreeVersion({ name: fit.name, version: options.version, modelsDir });
    progress(`fitting ${fit.name}`);
    const fitted = await fit.fit({ dataDir, cacheDir, progress });
    const files = await publishModel(fitted, {
      name: fit.name,
      version: options.version,
      date: new Date().toISOString().slice(0, 10),
      command: commandOf(fit.name, options.version),
      modelsDir,
    });
    published.set(fit.name, { ...files, metrics: fitted.metrics });
  }
  return published;
}

/** What a reader can type to repeat it; where the data lay is nobody's business. */
function commandOf(name: string, version: string | null): string {
  return `npm run fit -- --data DIR --only ${name}${version === null ? "" : ` --version ${version}`}`;
}

function print(published: ReadonlyMap<string, Published>, json: boolean, output: CommandOutput): void {
  if (json) {
    output.out(`${JSON.stringify(Object.fromEntries(published), null, 2)}\n`);
    return;
  }
  for (const { id, model, card } of published.values()) {
    output.out(`${id}\n  model  ${model}\n  card   ${card}\n`);
  }
  output.out("List a new version in its catalogue (scoring/models) to make it known.\n");
}
