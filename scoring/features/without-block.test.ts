import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { intervalMs, totalMs } from "@/scoring/acoustics/interval";
import { buildAnswerView } from "@/scoring/features/build-answer-view";
import { cutPauses, cutRuns } from "@/scoring/features/view/cut-block";
import { splitIntoBlocks } from "@/scoring/features/view/response-window";
import { withoutBlock } from "@/scoring/features/without-block";
import { arbitraryAnswer } from "@/scoring/testing/arbitrary-answer";
import { makeAnswer } from "@/scoring/testing/make-answer";
import { times } from "@/scoring/testing/measure-feature";

const window = (seconds: number) => ({ startMs: 500, endMs: 500 + seconds * 1_000 });
const block = { startMs: 1_000, endMs: 2_000 };

describe("blocks", () => {
  it.each([
    [14.9, 0],
    [15, 1],
    [44.9, 2],
    [240, 16],
    [900, 16],
  ])("of %d s are %d, equally long, and make up the window", (seconds, count) => {
    const blocks = splitIntoBlocks(window(seconds));
    expect(blocks).toHaveLength(count);
    const lengths = blocks.map(intervalMs);
    if (count > 0) expect(totalMs(blocks)).toBe(seconds * 1_000);
    expect(Math.max(0, ...lengths) - Math.min(Infinity, ...lengths)).toBeLessThanOrEqual(1);
  });
});

describe("what a block cuts", () => {
  const pause = { place: "boundary", before: null, after: null } as const;

  it("runs lose the part inside it", () => {
    const runs = [
      { startMs: 0, endMs: 1_100 },
      { startMs: 1_200, endMs: 1_900 },
      { startMs: 1_950, endMs: 2_500 },
    ];
    expect(cutRuns(runs, block)).toEqual([
      { startMs: 0, endMs: 1_000 },
      { startMs: 2_000, endMs: 2_500 },
    ]);
    expect(cutRuns([{ startMs: 0, endMs: 3_000 }], block)).toEqual([
      { startMs: 0, endMs: 1_000 },
      { startMs: 2_000, endMs: 3_000 },
    ]);
  });

  it("pauses lose the part inside it and end below 250 ms", () => {
    const cut = (startMs: number, endMs: number) => cutPauses([{ startMs, endMs, ...pause }], block);
    expect(cut(700, 1_200)).toEqual([{ startMs: 700, endMs: 1_000, ...pause }]);
    expect(cut(800, 1_200)).toEqual([]);
    expect(cut(1_800, 2_250)).toEqual([{ startMs: 2_000, endMs: 2_250, ...pause }]);
    expect(cut(500, 4_000)).toEqual([{ startMs: 500, endMs: 3_000, ...pause }]);
    expect(cut(0, 900)).toEqual([{ startMs: 0, endMs: 900, ...pause }]);
  });
});

describe("a view without a block", () => {
  const speechDb = (timeMs: number) => (timeMs < 15_000 ? -30 : -20);
  const view = buildAnswerView(makeAnswer(times(30, "lake um"), { wordMs: 1_000, speechDb }));
  const left = withoutBlock(view, 0);

  it("has lost what was said in it, and its time", () => {
    expect(view.timeline.blocks).toHaveLength(4);
    expect(left.timeline.blocks).toHaveLength(3);
    expect(left.timeline.durationMs).toBe(60_000 - 15_000);
    expect(left.timeline.speechMs).toBe(45_000);
    expect(left.words?.words).toHaveLength(45);
    expect(left.fillers.filledPauses).toHaveLength(30 - 7);
    expect(left.syllables).toMatchObject({ count: 45 });
    expect(left.frames.levels.map((level) => level.meanDb)).toEqual([-20, -20, -20]);
    expect(left.frames.pitchThirds.map((third) => third.total)).toEqual([500, 2_000, 2_000]);
  });

  it("keeps the window, so that thirds and the onset mean the same", () => {
    expect(left.timeline.window).toEqual(view.timeline.window);
  });

  it("has no block to leave out beyond its own", () => {
    expect(() => withoutBlock(view, 4)).toThrow("no block 4, there are 4");
  });

  it("loses every countable thing once when each block is left out once", () => {
    fc.assert(
      fc.property(arbitraryAnswer, (input) => {
        const whole = buildAnswerView(input);
        const lefts = whole.timeline.blocks.map((_, i) => withoutBlock(whole, i));
        if (lefts.length === 0) return;
        const lost = (count: (view: typeof whole) => number) => {
          return lefts.reduce((sum, without) => sum + count(whole) - count(without), 0);
        };
        const { startMs: from, endMs: to } = whole.timeline.window;
        const isInside = (time: number) => time >= from && time < to;
        const insideWindow = whole.words?.tokens.filter(({ startMs, endMs }) => isInside((startMs + endMs) / 2));
        expect(lost((v) => v.timeline.durationMs)).toBe(whole.timeline.durationMs);
        expect(lost((v) => v.timeline.speechMs)).toBe(whole.timeline.speechMs);
        expect(lost((v) => v.words?.tokens.length ?? 0)).toBe(insideWindow?.length ?? 0);
        expect(lost((v) => v.syllables.nucleiMs.length)).toBe(whole.syllables.nucleiMs.filter(isInside).length);
        for (const third of [0, 1, 2] as const) {
          expect(lost((v) => v.frames.pitchThirds[third].total)).toBe(whole.frames.pitchThirds[third].total);
        }
      }),
      { numRuns: 60, endOnFailure: true },
    );
  });
});
