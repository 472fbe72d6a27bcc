/** Times the stages of a run in whole milliseconds, keyed by stage; `total` is the time since it was made. */
export interface Stopwatch {
  /** Runs the stage and notes how long it took. */
  measure<T>(stage: string, run: () => T | Promise<T>): Promise<T>;
  /** The same for a stage that does not wait for anything. */
  measureSync<T>(stage: string, run: () => T): T;
  read(): Readonly<Record<string, number>>;
}

export function startStopwatch(): Stopwatch {
  const startMs = performance.now();
  const stages: Record<string, number> = {};
  return {
    async measure(stage, run) {
      const stageStartMs = performance.now();
      try {
        return await run();
      } finally {
        stages[stage] = Math.round(performance.now() - stageStartMs);
      }
    },
    measureSync(stage, run) {
      const stageStartMs = performance.now();
      try {
        return run();
      } finally {
        stages[stage] = Math.round(performance.now() - stageStartMs);
      }
    },
    read: () => ({ ...stages, total: Math.round(performance.now() - startMs) }),
  };
}
