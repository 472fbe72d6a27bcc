import type { CommandOutput, ExitCode } from "@/lib/cli/command-outcome";
import { runAdmin } from "@/lib/cli/run-admin";
import { runBench } from "@/lib/cli/run-bench";
import { runEvaluate } from "@/lib/cli/run-evaluate";
import { runFit } from "@/lib/cli/run-fit";
import { runScore } from "@/lib/cli/run-score";
import { commandOutput } from "@/lib/cli/terminal-output";

type Command = (argv: readonly string[], output: CommandOutput) => Promise<ExitCode>;

const COMMANDS: Readonly<Record<string, Command>> = {
  admin: runAdmin,
  bench: (argv, output) => runBench(argv, output),
  evaluate: (argv, output) => runEvaluate(argv, output),
  fit: (argv, output) => runFit(argv, output),
  score: runScore,
};

const [name = "", ...argv] = process.argv.slice(2);
const command = COMMANDS[name];
const output = commandOutput();
if (command) {
  process.exitCode = await command(argv, output);
} else {
  output.error(`Unknown command "${name}". Known commands: ${Object.keys(COMMANDS).join(", ")}.`);
  process.exitCode = 2;
}
