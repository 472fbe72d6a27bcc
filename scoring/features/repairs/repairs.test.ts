import { describe, expect, it } from "vitest";
import { disfluencyDrift } from "@/scoring/features/repairs/disfluency-drift";
import { repairs } from "@/scoring/features/repairs/repairs";
import { measure, momentTexts, times } from "@/scoring/testing/measure-feature";

const CLAUSE = "we sat by the lake.";
const FORTY = times(8, CLAUSE);

describe("repeats and restarts", () => {
  it("are counted per 100 content tokens, said once", () => {
    expect(measure(repairs, `they they went ${FORTY}`)).toBeCloseTo(100 / 42, 9);
    expect(momentTexts(repairs, `they they went ${FORTY}`)).toEqual(["they they"]);
    expect(measure(repairs, FORTY)).toBe(0);
  });

  it("have no value without words, with few, without a language pack, under an accommodation", () => {
    expect(measure(repairs, FORTY, { transcript: false })).toBe("no_transcript");
    expect(measure(repairs, CLAUSE)).toBe("too_few_words");
    expect(measure(repairs, FORTY, { language: "id" })).toBe("language_not_calibrated");
    expect(measure(repairs, FORTY, { accommodations: ["disfluency"] })).toBe("accommodation");
  });
});

describe("disfluency drift", () => {
  const second = { wordMs: 1_000 };
  const third = times(4, CLAUSE); // 20 words: 20 s

  it("is fillers and repairs per 100 tokens of the last third less those of the first", () => {
    // 66 s: thirds of 22 s. First: um, um, 20 words. Last: uh, uh, "they they", 19 content tokens.
    const middle = `${third} and left.`;
    const said = `um um ${third} ${middle} uh uh they they went ${times(3, CLAUSE)} and left.`;
    expect(measure(disfluencyDrift, said, second)).toBeCloseTo((100 * 3) / 19 - (100 * 2) / 20, 9);
    expect(momentTexts(disfluencyDrift, said, second)).toEqual(["um", "um", "uh", "uh", "they they"]);
  });

  it("falls below 0 for an answer that becomes smoother", () => {
    const said = `um um ${third} ${third} and left. ${third} and left.`;
    expect(measure(disfluencyDrift, said, second)).toBeCloseTo(-10, 9);
  });

  it("needs a minute, words in both outer thirds, a source of fillers", () => {
    expect(measure(disfluencyDrift, times(11, CLAUSE), { ...second, hesitationRecall: 0.9 })).toBe("too_little_speech");
    expect(measure(disfluencyDrift, `yes [40] ${FORTY}`, { ...second, hesitationRecall: 0.9 })).toBe("too_few_words");
    expect(measure(disfluencyDrift, FORTY, { wordMs: 2_000, levels: { snrDb: 10 } })).toBe("no_fillers_source");
    expect(measure(disfluencyDrift, FORTY, { accommodations: ["disfluency"] })).toBe("accommodation");
    expect(measure(disfluencyDrift, FORTY, { transcript: false })).toBe("no_transcript");
  });
});
