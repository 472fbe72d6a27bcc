import path from "node:path";
import { onOneCore } from "@/lib/bench/one-core";
import { findProgram, runProgram } from "@/lib/bench/run-program";
import { timeRuns } from "@/lib/bench/time-runs";
import { writeWav } from "@/lib/bench/write-wav";
import { SAMPLE_RATE_HZ } from "@/scoring/acoustics/acoustic-artifacts";
import { summariseRuns } from "@/scoring/bench/summarise-runs";
import type { PeerRuns } from "@/scoring/bench/bench-row";

export const FFMPEG = "ffmpeg";
const QUIET = ["-hide_banner", "-loglevel", "error", "-nostdin", "-y"];

/** "ffmpeg 5.1.9", or null when it is not installed. */
export async function ffmpegVersion(): Promise<string | null> {
  const line = await findProgram(FFMPEG, ["-version"]);
  return line && `ffmpeg ${/version (\d[\d.]*)/.exec(line)?.[1] ?? "of unknown version"}`;
}

/** Converts a file; `options` stand before the output's name. */
export async function convertWithFfmpeg(input: string, options: readonly string[], output: string): Promise<void> {
  await runProgram(FFMPEG, [...QUIET, "-i", input, ...options, output]);
}

/**
 * Time of the system's ffmpeg for a file to 16 kHz mono PCM that goes nowhere, one core and one thread. The start of
 * the program, measured on 10 ms of sound, is taken off each run.
 */
export async function timeFfmpeg(file: string, folder: string): Promise<PeerRuns | { readonly missing: string }> {
  const version = await ffmpegVersion();
  if (version === null) return { missing: "ffmpeg is not installed" };
  const moment = path.join(folder, "moment.wav");
  await writeWav(moment, new Float32Array(SAMPLE_RATE_HZ / 100), SAMPLE_RATE_HZ);
  const { command, before, cores } = await onOneCore(FFMPEG);
  const decode = (input: string) => () =>
    runProgram(command, [
      ...[...before, ...QUIET, "-threads", "1", "-i", input],
      ...["-vn", "-ac", "1", "-ar", String(SAMPLE_RATE_HZ), "-f", "f32le", "/dev/null"],
    ]);
  const { median: startMs } = summariseRuns(await timeRuns(decode(moment)));
  const runs = (await timeRuns(decode(file))).map((ms) => Math.max(0, ms - startMs));
  return { name: `${version}, ${cores}`, runs, startMs };
}
