import { parseArgs } from "node:util";
import { z } from "zod";
import { ANSWER_LANGUAGES } from "@/lib/answers/constants";
import { UsageError } from "@/lib/cli/command-outcome";
import { CHANNELS } from "@/lib/media/decode-contract";
import { BUILT_IN_ROLES, findBuiltInRole } from "@/scoring/benchmarks/built-in-roles";
import { SCORING_MODES } from "@/scoring/dimensions/dimension-result";
import { ACCOMMODATIONS, PROMPT_TYPES } from "@/scoring/pipeline/scorer-input";

const LANGUAGES = Object.keys(ANSWER_LANGUAGES).join(", ");

export const SCORE_USAGE = `Usage: npm run --silent score -- FILE --role ROLE [options]

  --role ROLE            ${BUILT_IN_ROLES.map((role) => role.key).join(", ")}
  --prompt TEXT          the question that is answered
  --prompt-type TYPE     ${PROMPT_TYPES.join(", ")} (default: open)
  --transcript FILE      what was said: WebVTT, SRT, JSON words or plain text
  --language CODE        ${LANGUAGES} (default: en)
  --channel CHANNEL      ${CHANNELS.join(", ")} of a stereo recording (default: mix)
  --mode MODE            ${SCORING_MODES.join(", ")} (default: standard)
  --accommodation NAME   ${ACCOMMODATIONS.join(", ")}
  --timings              show how long each stage took
  --json                 print the API's JSON
  --help                 this text`;

const knownRoles = BUILT_IN_ROLES.map((role) => role.key).join(", ");

const argumentSchema = z.object({
  file: z.string({ error: "Name the recording: npm run score -- FILE --role ROLE." }).min(1),
  role: z
    .string({ error: `--role is missing. Known roles: ${knownRoles}.` })
    .refine((key) => findBuiltInRole(key) !== null, {
      error: (issue) => `Unknown role "${String(issue.input)}". Known roles: ${knownRoles}.`,
    }),
  prompt: z
    .string()
    .trim()
    .min(1, "--prompt is empty.")
    .max(2_000, "--prompt has more than 2,000 characters.")
    .optional(),
  "prompt-type": z.enum(PROMPT_TYPES, { error: oneOf("--prompt-type", PROMPT_TYPES) }).optional(),
  transcript: z.string().min(1, "--transcript names no file.").optional(),
  language: z
    .string()
    // As the API reads it: "en-GB" is "en".
    .transform((code) => code.toLowerCase().split(/[-_]/, 1)[0] ?? "")
    .refine((code) => Object.hasOwn(ANSWER_LANGUAGES, code), `--language must be one of ${LANGUAGES}.`)
    .default("en"),
  channel: z.enum(CHANNELS, { error: oneOf("--channel", CHANNELS) }).default("mix"),
  mode: z.enum(SCORING_MODES, { error: oneOf("--mode", SCORING_MODES) }).default("standard"),
  accommodation: z.array(z.enum(ACCOMMODATIONS, { error: oneOf("--accommodation", ACCOMMODATIONS) })).default([]),
  timings: z.boolean().default(false),
  json: z.boolean().default(false),
  help: z.boolean().default(false),
});

export type ScoreArguments = z.infer<typeof argumentSchema>;

/** @returns the arguments, or null when only help was asked for. @throws UsageError with one line */
export function parseScoreArguments(argv: readonly string[]): ScoreArguments | null {
  const { values, positionals } = readFlags(argv);
  if (values.help === true) return null;
  if (positionals.length > 1) throw new UsageError(`One recording at a time: "${positionals[1]}" is one too many.`);
  const parsed = argumentSchema.safeParse({ ...values, file: positionals[0] });
  if (!parsed.success) throw new UsageError(parsed.error.issues[0]?.message ?? "The arguments are not valid.");
  if (parsed.data["prompt-type"] !== undefined && parsed.data.prompt === undefined) {
    throw new UsageError("--prompt-type needs --prompt.");
  }
  return parsed.data;
}

function readFlags(argv: readonly string[]) {
  const text = { type: "string" } as const;
  const flag = { type: "boolean" } as const;
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        ...{
          role: text,
          prompt: text,
          "prompt-type": text,
          transcript: text,
          language: text,
          channel: text,
          mode: text,
        },
        ...{ accommodation: { type: "string", multiple: true }, timings: flag, json: flag, help: flag },
      },
    });
  } catch (error) {
    // parseArgs says which flag it did not expect, then how to pass a dash as a value: the first sentence is enough.
    const message = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${message.split(". ")[0]?.replace(/\.$/, "")}. See npm run score -- --help.`);
  }
}

function oneOf(name: string, values: readonly string[]): string {
  return `${name} must be one of ${values.join(", ")}.`;
}
