import { writeFile } from "node:fs/promises";
import path from "node:path";
import { onOneCore } from "@/lib/bench/one-core";
import { findProgram, runProgram } from "@/lib/bench/run-program";
import { timeRuns } from "@/lib/bench/time-runs";
import { SAMPLE_RATE_HZ } from "@/scoring/acoustics/acoustic-artifacts";
import { BENCH_RUNS, type PeerRuns } from "@/scoring/bench/bench-row";

const PYTHON = "python3";
const VERSION = 'import importlib.metadata, pocketsphinx; print(importlib.metadata.version("pocketsphinx"))';

/** One warm-up, then each run timed inside: neither start nor loading of the model counts. */
const SCRIPT = `import sys, time
from pocketsphinx import Decoder
sound = open(sys.argv[1], "rb").read()
text = open(sys.argv[2]).read()
decoder = Decoder(lm=None, loglevel="FATAL", samprate=${SAMPLE_RATE_HZ})
for run in range(${BENCH_RUNS + 1}):
    start = time.perf_counter()
    decoder.set_align_text(text)
    decoder.start_utt()
    decoder.process_raw(sound, full_utt=True)
    decoder.end_utt()
    words = sum(1 for segment in decoder.seg() if segment.word[0] not in "<[")
    if run > 0:
        print((time.perf_counter() - start) * 1000)
    if words == 0:
        sys.exit("no words were aligned")
`;

/**
 * Time of native PocketSphinx (the Python package, version 5) to lay the same words over the same samples, with its own
 * beams, one value a run.
 */
export async function timePocketsphinx(
  samples: Float32Array,
  text: string,
  folder: string,
): Promise<PeerRuns | { readonly missing: string }> {
  const version = await findProgram(PYTHON, ["-c", VERSION]);
  if (!version?.startsWith("5.")) return { missing: "PocketSphinx 5 is not installed (pip install pocketsphinx)" };
  const sound = path.join(folder, "peer.raw");
  const words = path.join(folder, "peer.txt");
  const script = path.join(folder, "peer.py");
  await writeFile(
    sound,
    Int16Array.from(samples, (sample) => Math.max(-32768, Math.min(32767, sample * 32768))),
  );
  // Its dictionary has small letters and no punctuation.
  await writeFile(words, text.toLowerCase().replace(/[^a-z' ]+/g, " "));
  await writeFile(script, SCRIPT);
  const { command, before, cores } = await onOneCore(PYTHON);
  const [startMs = 0] = await timeRuns(() => runProgram(command, [...before, "-c", VERSION]), 1);
  try {
    const { stdout } = await runProgram(command, [...before, script, sound, words]);
    return { name: `PocketSphinx ${version}, ${cores}`, runs: stdout.trim().split(/\s+/).map(Number), startMs };
  } catch (error) {
    const last = error instanceof Error ? error.message.trim().split("\n").at(-1) : String(error);
    return { missing: `PocketSphinx ${version} did not align the text (${last})` };
  }
}
