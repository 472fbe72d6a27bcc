import { parseArgs, type ParseArgsConfig } from "node:util";
import { z } from "zod";
import { UsageError } from "@/lib/cli/command-outcome";

type Options = NonNullable<ParseArgsConfig["options"]>;

/** What a command of `npm run admin` answers: the same for programs and for people. */
export interface AdminResult {
  /** Printed with --json, snake_case. */
  readonly json: object;
  /** Printed otherwise. */
  readonly lines: readonly string[];
  /** It ran and found something broken. */
  readonly broken?: boolean;
}

/** One command: what it takes, in words and as a schema, and what it does. */
export interface AdminCommand {
  /** "ORGANIZATION CREDITS --note TEXT" */
  readonly takes: string;
  readonly does: string;
  run(argv: readonly string[]): Promise<AdminResult>;
}

interface Declaration<Schema extends z.ZodObject> {
  readonly takes: string;
  readonly does: string;
  /** Names of the arguments without a flag, in their order. */
  readonly positionals?: readonly string[];
  readonly options?: Options;
  /** Positionals and options together. */
  readonly schema: Schema;
  run(input: z.output<Schema>): Promise<AdminResult>;
}

/** A command whose arguments are checked before it runs. Its `run` throws UsageError with one line. */
export function adminCommand<Schema extends z.ZodObject>(declaration: Declaration<Schema>): AdminCommand {
  const { takes, does, positionals = [], options = {}, schema } = declaration;
  return {
    takes,
    does,
    run: async (argv) => {
      const given = readArguments(argv, positionals, options);
      const parsed = schema.safeParse(given);
      if (parsed.success) return declaration.run(parsed.data);
      const [issue] = parsed.error.issues;
      const name = String(issue?.path[0] ?? "");
      const shown = positionals.includes(name) ? name.toUpperCase() : `--${name}`;
      if (given[name] === undefined) throw new UsageError(`${shown} is missing.`);
      throw new UsageError(`${shown}: ${issue?.message ?? "is not valid"}.`);
    },
  };
}

function readArguments(
  argv: readonly string[],
  positionals: readonly string[],
  options: Options,
): Record<string, unknown> {
  const parsed = readFlags(argv, options);
  const extra = parsed.positionals[positionals.length];
  if (extra !== undefined) throw new UsageError(`"${extra}" is one argument too many.`);
  const named = positionals.flatMap((name, index) => {
    const value = parsed.positionals[index];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...parsed.values, ...Object.fromEntries(named) };
}

function readFlags(argv: readonly string[], options: Options) {
  try {
    return parseArgs({ args: [...argv], allowPositionals: true, options });
  } catch (error) {
    // parseArgs says which flag it did not expect, then how to pass a dash as a value: the first sentence is enough.
    const message = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${message.split(". ")[0]?.replace(/\.$/, "")}.`);
  }
}

/** An organization's id as an argument. */
export const organizationArgument = z.string().startsWith("org_", "is no organization's id (org_...)");
