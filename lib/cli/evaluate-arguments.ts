import { parseArgs } from "node:util";
import { z } from "zod";
import { UsageError } from "@/lib/cli/command-outcome";

/** Help text. `names` are the sets that --only knows. */
export function evaluateUsage(names: readonly string[]): string {
  return `Usage: npm run --silent evaluate -- --data DIR [options]

  --data DIR     folder with one folder a data set
  --only NAME    one set: ${names.join(", ")}
  --quick        at most 20 speakers a set, a few minutes
  --floors       fail when a figure falls below its floor or a metamorphic limit breaks (CI)
  --docs DIR     where evaluation.md and its drawings are written (a whole run only; default: docs)
  --json         print one JSON object
  --help         this text`;
}

export interface EvaluateArguments {
  readonly data: string;
  readonly only: string | null;
  readonly quick: boolean;
  /** Holds the results against scoring/evaluation/floors.ts. */
  readonly floors: boolean;
  /** null: nothing is written. */
  readonly docs: string | null;
  readonly json: boolean;
}

/** @returns the arguments, or null when only help was asked for. @throws UsageError with one line */
export function parseEvaluateArguments(argv: readonly string[], names: readonly string[]): EvaluateArguments | null {
  const { values, positionals } = readFlags(argv);
  if (values.help === true) return null;
  if (positionals.length > 0)
    throw new UsageError(`"${positionals[0]}" is one too many: the folder goes after --data.`);
  const parsed = argumentSchema(names).safeParse(values);
  if (!parsed.success) throw new UsageError(parsed.error.issues[0]?.message ?? "The arguments are not valid.");
  return parsed.data;
}

function argumentSchema(names: readonly string[]) {
  return z.object({
    data: z.string({ error: "--data is missing: npm run evaluate -- --data DIR." }).min(1, "--data names no folder."),
    only: z
      .string()
      .refine((name) => names.includes(name), {
        error: (issue) => `There is no set "${String(issue.input)}". Sets: ${names.join(", ")}.`,
      })
      .optional()
      .transform((name) => name ?? null),
    quick: z.boolean().default(false),
    floors: z.boolean().default(false),
    docs: z
      .string()
      .min(1, "--docs names no folder.")
      .optional()
      .transform((folder) => folder ?? null),
    json: z.boolean().default(false),
  });
}

function readFlags(argv: readonly string[]) {
  const text = { type: "string" } as const;
  const flag = { type: "boolean" } as const;
  try {
    const options = { data: text, only: text, docs: text, quick: flag, floors: flag, json: flag, help: flag };
    return parseArgs({ args: [...argv], allowPositionals: true, options });
  } catch (error) {
    // parseArgs says which flag it did not expect, then how to pass a dash as a value: the first sentence is enough.
    const message = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${message.split(". ")[0]?.replace(/\.$/, "")}. See npm run evaluate -- --help.`);
  }
}
