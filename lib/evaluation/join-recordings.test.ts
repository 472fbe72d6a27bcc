import { describe, expect, it } from "vitest";
import { joinRecordings } from "@/lib/evaluation/join-recordings";

const PER_MS = 16;
const part = (lengthMs: number, startMs: number, endMs: number, speechValue: number, roomValue: number) => ({
  pcm: Float32Array.from({ length: lengthMs * PER_MS }, (_, at) =>
    at >= startMs * PER_MS && at < endMs * PER_MS ? speechValue : roomValue,
  ),
  runs: [{ startMs, endMs }],
});

describe("joinRecordings", () => {
  it("puts 0.6 s of the two rooms' own sound between two recordings", () => {
    const { pcm, speech } = joinRecordings([part(1_500, 400, 1_000, 0.5, 0.125), part(2_000, 50, 1_900, 0.75, 0.25)]);
    expect(speech).toEqual([
      { startMs: 300, endMs: 900 },
      { startMs: 1_500, endMs: 3_350 },
    ]);
    expect(pcm).toHaveLength(3_650 * PER_MS);
    const pause = [...pcm.subarray(900 * PER_MS, 1_500 * PER_MS)];
    expect(new Set(pause.slice(0, 300 * PER_MS))).toEqual(new Set([0.125]));
    expect(new Set(pause.slice(300 * PER_MS))).toEqual(new Set([0.25]));
  });

  it("turns short room sound round instead of jumping back to its start", () => {
    const pcm = Float32Array.from({ length: 140 * PER_MS }, (_, at) => at / 10_000);
    const joined = joinRecordings([{ pcm, runs: [{ startMs: 40, endMs: 100 }] }]).pcm;
    const largestStep = joined
      .slice(1)
      .reduce((most, value, at) => Math.max(most, Math.abs(value - (joined[at] ?? 0))), 0);
    expect(largestStep).toBeLessThan(0.000_15);
  });

  it("is silent where a recording has no room sound", () => {
    const { pcm } = joinRecordings([part(100, 0, 100, 0.5, 0)]);
    expect(pcm.subarray(0, 300 * PER_MS).every((value) => value === 0)).toBe(true);
    expect(pcm[300 * PER_MS]).toBe(0.5);
  });

  it("leaves out a recording without speech and keeps its place in the list", () => {
    const silent = { pcm: new Float32Array(16_000), runs: [] };
    const { speech, pcm } = joinRecordings([silent, part(500, 100, 400, 0.5, 0.1)]);
    expect(speech).toEqual([
      { startMs: 0, endMs: 0 },
      { startMs: 300, endMs: 600 },
    ]);
    expect(pcm).toHaveLength(900 * PER_MS);
  });
});
