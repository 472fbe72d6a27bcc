import { findProgram } from "@/lib/bench/run-program";

export interface PeerCommand {
  readonly command: string;
  readonly before: readonly string[];
  /** For the peer's name: where it may run. */
  readonly cores: string;
}

/**
 * How a peer is started so that it has one core, as the engine has: through `taskset` where it is installed. Praat
 * and ffmpeg would use all cores otherwise.
 */
export async function onOneCore(command: string): Promise<PeerCommand> {
  const pinned = (await findProgram("taskset", ["--version"])) !== null;
  return pinned
    ? { command: "taskset", before: ["-c", "0", command], cores: "one core" }
    : { command, before: [], cores: "all cores" };
}
