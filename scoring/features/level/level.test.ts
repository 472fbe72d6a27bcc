import { describe, expect, it } from "vitest";
import { levelSteadiness } from "@/scoring/features/level/level-steadiness";
import { levelVariation } from "@/scoring/features/level/level-variation";
import { phraseEndLevel } from "@/scoring/features/level/phrase-end-level";
import { measure, times } from "@/scoring/testing/measure-feature";

const SECOND = { wordMs: 1_000 };
const MINUTE = times(60, "lake");

describe("level variation", () => {
  it("is the standard deviation over speech frames; pauses do not count", () => {
    // Half of the frames at -17, half at -23 dB.
    const speechDb = (timeMs: number) => (timeMs % 1_000 < 500 ? -17 : -23);
    expect(measure(levelVariation, `lake [2] ${times(9, "lake")}`, { ...SECOND, speechDb })).toBeCloseTo(3, 6);
    expect(measure(levelVariation, MINUTE, { ...SECOND, speechDb })).toBeCloseTo(3, 6);
  });

  it("has a quarter of a dB added for each dB that the noise is nearer than 34 dB", () => {
    const speechDb = (timeMs: number) => (timeMs % 1_000 < 500 ? -17 : -23);
    const at = (snrDb: number) => measure(levelVariation, MINUTE, { ...SECOND, speechDb, levels: { snrDb } });
    expect([at(50), at(34), at(30), at(14)].map(Number)).toEqual([3, 3, 4, 8].map((db) => expect.closeTo(db, 5)));
  });

  it("is not measured under automatic gain control, or with less than a second of speech", () => {
    const levels = { gainControlSuspected: true };
    expect(measure(levelVariation, MINUTE, { ...SECOND, levels })).toBe("gain_control");
    expect(measure(levelVariation, "lake", { wordMs: 900 })).toBe("too_little_speech");
  });
});

describe("level steadiness", () => {
  it("is the standard deviation over blocks of their mean level", () => {
    // Four blocks of 15 s at -20, -22, -24, -26 dB: squared distances 9 + 1 + 1 + 9 from -23, over 3.
    const speechDb = (timeMs: number) => -20 - 2 * Math.floor(timeMs / 15_000);
    expect(measure(levelSteadiness, MINUTE, { ...SECOND, speechDb })).toBeCloseTo(Math.sqrt(20 / 3), 6);
  });

  it("leaves out blocks with less than a second of speech", () => {
    const speechDb = (timeMs: number) => (timeMs < 15_000 ? -40 : -20);
    const said = `lake [15] ${times(45, "lake")}`; // the first block holds 0.99 s of speech
    expect(measure(levelSteadiness, said, { wordMs: 990, speechDb })).toBe(0);
  });

  it("needs 10 dB over the noise and three blocks", () => {
    expect(measure(levelSteadiness, MINUTE, { ...SECOND, levels: { snrDb: 9 } })).toBe("too_noisy");
    expect(measure(levelSteadiness, times(44, "lake"), SECOND)).toBe("too_little_speech");
    expect(measure(levelSteadiness, "[9]")).toBe("too_little_speech");
  });
});

describe("phrase end level", () => {
  it("is the mean over runs of the last 300 ms against the median of the run", () => {
    // Runs of 1 s from whole seconds on; the last 300 ms are 6 dB softer.
    const speechDb = (timeMs: number) => (timeMs % 1_000 < 700 ? -20 : -26);
    expect(measure(phraseEndLevel, "we [1] sat [1] here", { ...SECOND, speechDb })).toBeCloseTo(-6, 5);
  });

  it("needs three runs of 600 ms, and 25 dB over the noise", () => {
    const levels = { snrDb: 24.9 };
    expect(measure(phraseEndLevel, "we [1] sat [1] here", { ...SECOND, levels })).toBe("too_noisy");
    expect(measure(phraseEndLevel, "we [1] sat", SECOND)).toBe("too_little_speech");
    expect(measure(phraseEndLevel, "we [1] sat [1] here", { wordMs: 590 })).toBe("too_little_speech");
  });
});
