import { parseArgs } from "node:util";
import { z } from "zod";
import { UsageError } from "@/lib/cli/command-outcome";
import { parseVersion } from "@/lib/fitting/model-version";

/** Help text. `names` are the models that --only knows. */
export function fitUsage(names: readonly string[]): string {
  return `Usage: npm run --silent fit -- --data DIR [options]

  --data DIR       folder with one folder a data set
  --only NAME      one model: ${names.join(", ")}
  --version X.Y.Z  version of the new model, with --only (default: one minor above the last)
  --models DIR     where the model and its card are written (default: scoring/models)
  --json           print one JSON object
  --help           this text

A version that exists is never overwritten.`;
}

export interface FitArguments {
  readonly data: string;
  readonly only: string | null;
  readonly version: string | null;
  readonly models: string;
  readonly json: boolean;
}

/** @returns the arguments, or null when only help was asked for. @throws UsageError with one line */
export function parseFitArguments(argv: readonly string[], names: readonly string[]): FitArguments | null {
  const { values, positionals } = readFlags(argv);
  if (values.help === true) return null;
  if (positionals.length > 0)
    throw new UsageError(`"${positionals[0]}" is one too many: the folder goes after --data.`);
  const parsed = argumentSchema(names).safeParse(values);
  if (!parsed.success) throw new UsageError(parsed.error.issues[0]?.message ?? "The arguments are not valid.");
  if (parsed.data.version !== null && parsed.data.only === null) {
    throw new UsageError("--version needs --only: two models cannot share one version.");
  }
  return parsed.data;
}

function argumentSchema(names: readonly string[]) {
  return z.object({
    data: z.string({ error: "--data is missing: npm run fit -- --data DIR." }).min(1, "--data names no folder."),
    only: z
      .string()
      .refine((name) => names.includes(name), {
        error: (issue) => `There is no model "${String(issue.input)}" to fit. Models: ${names.join(", ")}.`,
      })
      .nullable()
      .default(null),
    version: z
      .string()
      .refine((text) => parseVersion(text) !== null, "--version must look like 1.2.0.")
      .nullable()
      .default(null),
    models: z.string().min(1, "--models names no folder.").default("scoring/models"),
    json: z.boolean().default(false),
  });
}

function readFlags(argv: readonly string[]) {
  const text = { type: "string" } as const;
  const flag = { type: "boolean" } as const;
  try {
    const options = { data: text, only: text, version: text, models: text, json: flag, help: flag };
    return parseArgs({ args: [...argv], allowPositionals: true, options });
  } catch (error) {
    // parseArgs says which flag it did not expect, then how to pass a dash as a value: the first sentence is enough.
    const message = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${message.split(". ")[0]?.replace(/\.$/, "")}. See npm run fit -- --help.`);
  }
}
