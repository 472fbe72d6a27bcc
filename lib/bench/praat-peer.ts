import { writeFile } from "node:fs/promises";
import path from "node:path";
import { onOneCore } from "@/lib/bench/one-core";
import { findProgram, runProgram } from "@/lib/bench/run-program";
import { timeRuns } from "@/lib/bench/time-runs";
import { writeWav } from "@/lib/bench/write-wav";
import { SAMPLE_RATE_HZ } from "@/scoring/acoustics/acoustic-artifacts";
import { BENCH_RUNS, type PeerRuns } from "@/scoring/bench/bench-row";

/** The settings that the engine's own F0 and intensity are equal to. */
const COMMANDS = {
  pitch: 'To Pitch (ac): 0.01, 75, 15, "no", 0.03, 0.45, 0.01, 0.35, 0.14, 600',
  intensity: 'To Intensity: 50, 0, "yes"',
} as const;

export type PraatCommand = keyof typeof COMMANDS;

/** Praat times itself (stopwatch): neither its start nor the reading of the file counts. */
function script(commands: readonly PraatCommand[], warmUps: number): string {
  const measured = commands.map((name) => `  selectObject: sound\n  ${COMMANDS[name]}\n  Remove`).join("\n");
  return `form Timing
  sentence In
endform
sound = Read from file: in$
for run from 1 to ${BENCH_RUNS + warmUps}
  stopwatch
${measured}
  seconds = stopwatch
  if run > ${warmUps}
    appendInfoLine: fixed$ (seconds, 6)
  endif
endfor
`;
}

/** Praat's time for the commands on the same samples, one value a run, in the same run of the bench. */
export async function timePraat(
  commands: readonly PraatCommand[],
  samples: Float32Array,
  folder: string,
): Promise<PeerRuns | { readonly missing: string }> {
  const version = await findProgram("praat", ["--version"]);
  if (version === null) return { missing: "Praat is not installed (Debian: apt-get install praat)" };
  const sound = path.join(folder, "peer.wav");
  const scriptFile = path.join(folder, "peer.praat");
  const emptyFile = path.join(folder, "empty.praat");
  await writeWav(sound, samples, SAMPLE_RATE_HZ);
  await writeFile(scriptFile, script(commands, 1));
  await writeFile(emptyFile, "a = 1\n");
  const { command, before, cores } = await onOneCore("praat");
  const { stdout } = await runProgram(command, [...before, "--run", scriptFile, sound]);
  const runs = stdout
    .trim()
    .split(/\s+/)
    .map((seconds) => Number(seconds) * 1_000);
  const starts = await timeRuns(() => runProgram(command, [...before, "--run", emptyFile]), 1);
  const name = `${version.split(" (", 1)[0] ?? "Praat"}, ${commands.join(" + ")}, ${cores}`;
  return { name, runs, startMs: Math.min(...starts) };
}
