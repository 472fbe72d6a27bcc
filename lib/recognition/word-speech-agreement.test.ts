import { describe, expect, it } from "vitest";
import { wordSpeechAgreement } from "@/lib/recognition/word-speech-agreement";
import { makeAnswer } from "@/scoring/testing/make-answer";

const { acoustics } = makeAnswer("we sat [1] by the lake [1.5] and talked [0.8] for hours", { wordMs: 500 });
const runs = acoustics.runs;

describe("wordSpeechAgreement", () => {
  it("is 1 where words are said exactly when there is speech", () => {
    expect(wordSpeechAgreement(runs, acoustics)).toBeCloseTo(1, 2);
  });

  it("is -1 where words stand in the pauses only", () => {
    const pauses = runs.slice(1).map((run, i) => ({ startMs: runs[i]?.endMs ?? 0, endMs: run.startMs }));
    expect(wordSpeechAgreement(pauses, acoustics)).toBeCloseTo(-1, 2);
  });

  it("is near 0 for times that know nothing of the pauses, however much they cover", () => {
    const regular = Array.from({ length: 40 }, (_, i) => ({ startMs: i * 250, endMs: i * 250 + 200 }));
    expect(Math.abs(wordSpeechAgreement(regular, acoustics) ?? NaN)).toBeLessThan(0.15);
  });

  it("says nothing without pauses, and about words that fill everything", () => {
    const even = makeAnswer("we sat by the lake and talked for hours", { wordMs: 500 }).acoustics;
    expect(wordSpeechAgreement(even.runs, even)).toBeNull();
    expect(wordSpeechAgreement([{ startMs: 0, endMs: acoustics.durationMs }], acoustics)).toBeNull();
  });
});
