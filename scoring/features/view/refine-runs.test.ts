import fc from "fast-check";
import { expect, it } from "vitest";
import { intervalMs } from "@/scoring/acoustics/interval";
import { MOST_ADDED_MS, refineRuns } from "@/scoring/features/view/refine-runs";

const at = (startMs: number, endMs: number) => ({ startMs, endMs });
const word = (startMs: number, endMs: number, syllables = 1) => ({ startMs, endMs, syllables });
/** A gap from 1,000 to 1,500 ms. */
const RUNS = [at(0, 1_000), at(1_500, 2_500)];

it("closes a gap inside a word", () => {
  expect(refineRuns([at(0, 1_000), at(1_280, 2_000)], [word(900, 1_400)])).toEqual([at(0, 2_000)]);
});

it("gives a gap's edges to the words that reach into it, at most 150 ms each", () => {
  expect(refineRuns(RUNS, [word(700, 1_090), word(1_380, 1_900)])).toEqual([at(0, 1_090), at(1_380, 2_500)]);
  expect(refineRuns(RUNS, [word(800, 1_500)])).toEqual([at(0, 1_150), at(1_350, 2_500)]);
});

it("takes nothing from words that are too long, touch no run, or are not there", () => {
  expect(refineRuns(RUNS, [word(600, 1_900)])).toEqual(RUNS);
  expect(refineRuns(RUNS, [word(1_150, 1_350)])).toEqual(RUNS);
  expect(refineRuns(RUNS, [])).toEqual(RUNS);
  expect(refineRuns([], [word(0, 300)])).toEqual([]);
});

it("keeps the window and the order, and takes at most the limit from a pause, wherever words are", () => {
  const lengths = fc.array(fc.tuple(fc.integer({ min: 60, max: 900 }), fc.integer({ min: 100, max: 1_500 })));
  const words = fc.array(fc.tuple(fc.nat(9_000), fc.integer({ min: 1, max: 1_500 }), fc.integer({ min: 1, max: 4 })));
  fc.assert(
    fc.property(lengths, words, (parts, said) => {
      let startMs = 0;
      const runs = parts.map(([runMs, gapMs]) => {
        const run = at(startMs, startMs + runMs);
        startMs = run.endMs + gapMs;
        return run;
      });
      const known = said.map(([from, ms, syllables]) => word(from, from + ms, syllables));
      const refined = refineRuns(
        runs,
        known.toSorted((a, b) => a.startMs - b.startMs),
      );
      expect([refined[0]?.startMs, refined.at(-1)?.endMs]).toEqual([runs[0]?.startMs, runs.at(-1)?.endMs]);
      for (const run of refined) expect(intervalMs(run)).toBeGreaterThan(0);
      for (const [i, run] of refined.slice(1).entries()) {
        expect(run.startMs - (refined[i]?.endMs ?? NaN)).toBeGreaterThanOrEqual(100);
      }
      for (const run of runs) expect(refined.some((r) => r.startMs <= run.startMs && r.endMs >= run.endMs)).toBe(true);
      for (const [i, run] of runs.slice(1).entries()) {
        const gap = at(runs[i]?.endMs ?? NaN, run.startMs);
        if (intervalMs(gap) < 2 * MOST_ADDED_MS + 100) continue;
        const core = at(gap.startMs + MOST_ADDED_MS, gap.endMs - MOST_ADDED_MS);
        expect(refined.some((r) => r.startMs < core.endMs && r.endMs > core.startMs)).toBe(false);
      }
    }),
  );
});
