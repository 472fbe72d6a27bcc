import { parseArgs } from "node:util";
import { z } from "zod";
import { UsageError } from "@/lib/cli/command-outcome";

/** Help text. `names` are the rows that --only chooses from. */
export function benchUsage(names: readonly string[]): string {
  return `Usage: npm run --silent bench -- [options]

Measures what an answer costs on this machine, beside other programs on the same input. A whole run (without --only)
writes docs/performance.md.

  --only PREFIX  the rows whose names begin so: ${names.join(", ")}
  --api          the running API under load instead, half an hour of it: the production build, made anew where it is
                 stale, on data folders of its own; what was measured goes into a section of docs/performance.md, with
                 --only too
  --json         print one JSON object
  --help         this text`;
}

export interface BenchArguments {
  /** Beginning of row names; empty: all. */
  readonly only: string;
  /** The rows under load instead of the others. */
  readonly api: boolean;
  readonly json: boolean;
  /** The checkout. */
  readonly root: string;
  /** Measure the memory of one pass over these samples, print it, and do nothing else; null in a bench. */
  readonly memoryOf: string | null;
}

/** @returns the arguments, or null when only help was asked for. @throws UsageError with one line */
export function parseBenchArguments(argv: readonly string[], names: readonly string[]): BenchArguments | null {
  const values = readFlags(argv);
  if (values.help === true) return null;
  const parsed = argumentSchema(names).safeParse(values);
  if (!parsed.success) throw new UsageError(parsed.error.issues[0]?.message ?? "The arguments are not valid.");
  const { only, api, json, root, "memory-of": memoryOf } = parsed.data;
  return { only, api, json, root, memoryOf: memoryOf ?? null };
}

function argumentSchema(names: readonly string[]) {
  return z.object({
    only: z
      .string()
      .min(1, "--only names no row.")
      .refine((prefix) => names.some((name) => name.startsWith(prefix)), {
        error: (issue) => `No row begins with "${String(issue.input)}". Rows: ${names.join(", ")}.`,
      })
      .optional()
      .transform((prefix) => prefix ?? ""),
    api: z.boolean().default(false),
    json: z.boolean().default(false),
    root: z.string().min(1, "--root names no folder.").default("."),
    "memory-of": z.string().min(1, "--memory-of names no file.").optional(),
  });
}

function readFlags(argv: readonly string[]) {
  const text = { type: "string" } as const;
  const flag = { type: "boolean" } as const;
  try {
    const options = { only: text, api: flag, json: flag, root: text, "memory-of": text, help: flag };
    return parseArgs({ args: [...argv], allowPositionals: false, options }).values;
  } catch (error) {
    // parseArgs says which argument it did not expect, then how to pass a dash: the first sentence is enough.
    const message = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${message.split(". ")[0]?.replace(/\.$/, "")}. See npm run bench -- --help.`);
  }
}
