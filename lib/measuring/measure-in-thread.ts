import os from "node:os";
import { Piscina } from "piscina";
import { resolveChildEntry } from "@/lib/child-process/child-entry";
import { logger } from "@/lib/log/logger";
import { type MeasuredSound, startHashing } from "@/lib/measuring/measure-sound";
import { SAMPLE_RATE_HZ, type AcousticArtifacts } from "@/scoring/acoustics/acoustic-artifacts";
import { analyseAcoustics } from "@/scoring/acoustics/analyse-acoustics";

/** More than these would wait for memory rather than for processors. */
const MOST_THREADS = 4;
/** Threads beyond the first give their memory back when they had nothing to do for so long. */
const IDLE_MS = 60_000;
/** Fifteen minutes of sound take about half a second; whatever goes on longer than this hangs. */
const LONGEST_MS = 60_000;
/** Samples do not count here: they lie outside the heap. */
const HEAP_MB = 256;

let threads: Promise<Piscina<Float32Array, AcousticArtifacts>> | null = null;

/**
 * Measures the sound in another thread, so that a worker goes on with its other runs and with the database meanwhile. It
 * gives what measureSound() gives. Where there is no thread to be had, it is measured in this one.
 *
 * @throws RangeError for more sound than is scored
 */
export async function measureInThread(pcm: Float32Array): Promise<MeasuredSound> {
  const pcmSha256 = startHashing(pcm);
  try {
    const pool = await openThreads();
    return { acoustics: await pool.run(pcm, { signal: AbortSignal.timeout(LONGEST_MS) }), pcmSha256 };
  } catch (error) {
    if (error instanceof RangeError) throw error;
    logger().warn({ err: error }, "no thread measured the sound; it is measured here");
    return { acoustics: analyseAcoustics(pcm), pcmSha256 };
  }
}

/** Has a thread ready before it is needed. */
export async function warmThread(): Promise<void> {
  await (await openThreads()).run(new Float32Array(SAMPLE_RATE_HZ));
}

/** Ends the threads; the next use starts new ones. */
export async function closeThreads(): Promise<void> {
  const open = threads;
  threads = null;
  await (await open)?.destroy();
}

function openThreads(): Promise<Piscina<Float32Array, AcousticArtifacts>> {
  threads ??= startThreads().catch((error: unknown) => {
    threads = null;
    throw error;
  });
  return threads;
}

async function startThreads(): Promise<Piscina<Float32Array, AcousticArtifacts>> {
  return new Piscina({
    filename: await resolveChildEntry("measuring-thread"),
    minThreads: 1,
    maxThreads: Math.min(MOST_THREADS, os.availableParallelism()),
    idleTimeout: IDLE_MS,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
  });
}
