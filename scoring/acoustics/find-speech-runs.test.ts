import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findSpeechRuns, framesInRuns } from "@/scoring/acoustics/find-speech-runs";
import type { FrameGrid } from "@/scoring/acoustics/frame-grid";

function grid(count: number): FrameGrid {
  return { count, firstCentreMs: 25 };
}

/** "1" speech, "." none, a character a frame. */
function frames(pattern: string): Uint8Array {
  return Uint8Array.from(pattern, (character) => (character === "1" ? 1 : 0));
}

describe("findSpeechRuns", () => {
  it("closes gaps below 100 ms and keeps those of 100 ms", () => {
    const speech = frames("1111111.........1111111..........1111111");
    expect(findSpeechRuns(speech, grid(speech.length))).toEqual([
      { startMs: 20, endMs: 250 },
      { startMs: 350, endMs: 420 },
    ]);
  });

  it("drops bursts below 60 ms, after gaps were closed", () => {
    const speech = frames("11111...............111111...............111..111");
    expect(findSpeechRuns(speech, grid(speech.length))).toEqual([
      { startMs: 220, endMs: 280 },
      { startMs: 430, endMs: 510 },
    ]);
  });

  it("gives ascending runs of at least 60 ms, at least 100 ms apart, whatever the frames", () => {
    fc.assert(
      fc.property(fc.uint8Array({ max: 1, maxLength: 300 }), (speech) => {
        const runs = findSpeechRuns(speech, grid(speech.length));
        for (const [i, run] of runs.entries()) {
          expect(run.endMs - run.startMs).toBeGreaterThanOrEqual(60);
          const next = runs[i + 1];
          if (next !== undefined) expect(next.startMs - run.endMs).toBeGreaterThanOrEqual(100);
        }
      }),
    );
  });
});

describe("framesInRuns", () => {
  it("marks the frames whose centres lie inside", () => {
    expect([...framesInRuns([{ startMs: 30, endMs: 50 }], grid(5))]).toEqual([0, 1, 1, 0, 0]);
  });
});
