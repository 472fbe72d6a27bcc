import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { scoreRecording } from "@/lib/answers/score-recording";
import { toSoftSkillsScore, type SoftSkillsScoreJson } from "@/lib/assessments/serializers";
import { UsageError, type CommandOutput, type ExitCode } from "@/lib/cli/command-outcome";
import { renderScore } from "@/lib/cli/render-score";
import { parseScoreArguments, SCORE_USAGE, type ScoreArguments } from "@/lib/cli/score-arguments";
import { environment } from "@/lib/config/environment";
import { EarshotError } from "@/lib/errors/error-codes";
import { loadWordVectors } from "@/lib/recognition/word-vectors";
import { findBuiltInRole } from "@/scoring/benchmarks/built-in-roles";
import { PRIOR_NORMS } from "@/scoring/benchmarks/prior-norms";
import { MAX_TRANSCRIPT_BYTES } from "@/scoring/transcripts/transcript-limits";

/** Codes that are not about what was handed in. */
const OWN_FAULTS: ReadonlySet<string> = new Set(["internal_error", "unavailable"]);

/**
 * `npm run score`: one recording, no database. Prints the ledger or, with --json, the API's JSON.
 *
 * @returns 0 when it ran, 2 with one line on standard error for bad arguments or input, 1 when it broke
 */
export async function runScore(argv: readonly string[], output: CommandOutput): Promise<ExitCode> {
  try {
    const options = parseScoreArguments(argv);
    if (options === null) {
      output.out(`${SCORE_USAGE}\n`);
      return 0;
    }
    const score = await scoreFile(options);
    output.out(options.json ? renderJson(score, options.timings) : renderScore(score, { ...output, ...options }));
    return 0;
  } catch (error) {
    if (error instanceof UsageError) return fail(output, error.message, 2);
    if (error instanceof EarshotError && !OWN_FAULTS.has(error.code)) {
      return fail(output, `${error.code}: ${error.detail}`, 2);
    }
    return fail(output, `score broke: ${error instanceof Error ? error.message : String(error)}`, 1);
  }
}

/** Without --timings the same file gives the same bytes. */
function renderJson(score: SoftSkillsScoreJson, timings: boolean): string {
  const { timings_ms, ...rest } = score;
  return `${JSON.stringify(timings ? { ...rest, timings_ms } : rest, null, 2)}\n`;
}

async function scoreFile(options: ScoreArguments): Promise<SoftSkillsScoreJson> {
  const role = findBuiltInRole(options.role);
  if (!role) throw new UsageError(`Unknown role "${options.role}".`);
  const { FFMPEG_PATH, MEDIA_MAX_BYTES, MEDIA_MAX_SECONDS, dataDir } = environment();
  await requireFile(options.file, "recording");
  const result = await scoreRecording({
    source: options.file,
    transcript: options.transcript === undefined ? null : { text: await readTextFile(options.transcript) },
    language: options.language,
    prompt:
      options.prompt === undefined
        ? null
        : { text: options.prompt, type: options["prompt-type"] ?? "open", endMs: null },
    accommodations: options.accommodation,
    channel: options.channel,
    limits: { maxBytes: MEDIA_MAX_BYTES, maxSeconds: MEDIA_MAX_SECONDS },
    ffmpegPath: FFMPEG_PATH ?? null,
    vectors: loadWordVectors(options.language, path.join(dataDir, "word-vectors")),
  });
  const { scored, audio, inputHash, timingsMs } = result;
  const { transcript } = result.artifacts;
  return toSoftSkillsScore({
    scored,
    mode: options.mode,
    role,
    norms: PRIOR_NORMS,
    audio,
    transcript,
    inputHash,
    timingsMs,
  });
}

async function readTextFile(file: string): Promise<string> {
  const { size } = await requireFile(file, "transcript");
  if (size > MAX_TRANSCRIPT_BYTES) throw new UsageError(`The transcript "${file}" is larger than 1 MB.`);
  return readFile(file, "utf8");
}

async function requireFile(file: string, what: string): Promise<{ readonly size: number }> {
  const stats = await stat(file).catch(() => null);
  if (stats === null) throw new UsageError(`The ${what} "${file}" does not exist.`);
  if (!stats.isFile()) throw new UsageError(`The ${what} "${file}" is not a file.`);
  return stats;
}

function fail(output: CommandOutput, message: string, code: ExitCode): ExitCode {
  output.error(message.replace(/\s*\n\s*/g, " "));
  return code;
}
