import os from "node:os";
import { Piscina } from "piscina";
import { resolveChildEntry } from "@/lib/child-process/child-entry";
import { logger } from "@/lib/log/logger";
import { type MeasuredSound, startHashing } from "@/lib/measuring/measure-sound";
import type * as MeasuringThread from "@/lib/measuring/measuring-thread";
import { SAMPLE_RATE_HZ, type AcousticArtifacts } from "@/scoring/acoustics/acoustic-artifacts";
import { analyseAcoustics, refuseTooLong } from "@/scoring/acoustics/analyse-acoustics";

/** More than these would wait for memory rather than for processors. */
const MOST_THREADS = 4;
/** F0 and levels of one recording are measured side by side, where there are two processors. */
const KEPT_THREADS = 2;
/** Threads beyond those give their memory back when they had nothing to do for so long. */
const IDLE_MS = 60_000;
/** Fifteen minutes of sound take about half a second; whatever goes on longer than this hangs. */
const LONGEST_MS = 60_000;
/** Samples do not count here: they lie outside the heap. */
const HEAP_MB = 256;

let threads: Promise<Piscina> | null = null;

/**
 * Measures the sound in other threads, so that a worker goes on with its other runs and with the database meanwhile. It
 * gives what measureSound() gives. Where there is no thread to be had, it is measured in this one.
 *
 * @param hashed of the samples, where that is known
 * @throws RangeError for more sound than is scored
 */
export async function measureInThread(pcm: Float32Array, hashed?: Promise<string>): Promise<MeasuredSound> {
  refuseTooLong(pcm);
  const measuring = measureSideBySide(pcm);
  const pcmSha256 = hashed ?? startHashing(pcm);
  try {
    return { acoustics: await measuring, pcmSha256 };
  } catch (error) {
    logger().warn({ err: error }, "no thread measured the sound; it is measured here");
    return { acoustics: analyseAcoustics(pcm), pcmSha256 };
  }
}

/** Has threads ready before they are needed. */
export async function warmThreads(): Promise<void> {
  const second = new Float32Array(SAMPLE_RATE_HZ);
  await Promise.all(Array.from({ length: KEPT_THREADS }, () => measureSideBySide(second)));
}

/** Ends the threads; the next use starts new ones. */
export async function closeThreads(): Promise<void> {
  const open = threads;
  threads = null;
  await (await open)?.destroy();
}

async function measureSideBySide(pcm: Float32Array): Promise<AcousticArtifacts> {
  const pool = await openThreads();
  const signal = AbortSignal.timeout(LONGEST_MS);
  const run = inPool(pool, signal);
  const shared = share(pcm);
  const [track, levels] = await Promise.all([run("findF0", shared), run("findLevels", shared)]);
  return run("findAcoustics", { pcm: shared, track, levels });
}

type Measuring = typeof MeasuringThread;

/** Calls a function of measuring-thread.ts in a thread of the pool. */
function inPool(pool: Piscina, signal: AbortSignal) {
  return <Name extends keyof Measuring>(
    name: Name,
    input: Parameters<Measuring[Name]>[0],
    // The pool does not know what its program's functions return.
  ) => pool.run(input, { name, signal }) as Promise<ReturnType<Measuring[Name]>>;
}

/** The samples where all threads can read them: they are too many to be copied for each step. */
function share(pcm: Float32Array): Float32Array {
  if (pcm.buffer instanceof SharedArrayBuffer) return pcm;
  const shared = new Float32Array(new SharedArrayBuffer(pcm.byteLength));
  shared.set(pcm);
  return shared;
}

function openThreads(): Promise<Piscina> {
  threads ??= startThreads().catch((error: unknown) => {
    threads = null;
    throw error;
  });
  return threads;
}

async function startThreads(): Promise<Piscina> {
  const most = Math.min(MOST_THREADS, os.availableParallelism());
  return new Piscina({
    filename: await resolveChildEntry("measuring-thread"),
    minThreads: Math.min(KEPT_THREADS, most),
    maxThreads: most,
    idleTimeout: IDLE_MS,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
  });
}
