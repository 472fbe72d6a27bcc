import { describe, expect, it } from "vitest";
import { allFillers } from "@/scoring/features/fillers/all-fillers";
import { filledPauses } from "@/scoring/features/fillers/filled-pauses";
import { fillersBySyllables } from "@/scoring/features/fillers/fillers-by-syllables";
import { softFillers } from "@/scoring/features/fillers/soft-fillers";
import { measure, momentTexts, times } from "@/scoring/testing/measure-feature";

/** A search of the sound that can be trusted. */
const HEARD = { hesitationRecall: 0.9 } as const;
const REST = times(8, "we sat by the lake."); // 40 tokens, one syllable each

describe("filled pauses", () => {
  it("are those of the transcript", () => {
    expect(measure(filledPauses, `um ${REST} uh`)).toBeCloseTo((100 * 2) / 40, 9);
    expect(momentTexts(filledPauses, `um ${REST} uh`)).toEqual(["um", "uh"]);
  });

  it("and held vowels that no word explains", () => {
    expect(measure(filledPauses, `um ${REST} (0.4)`, HEARD)).toBeCloseTo((100 * 2) / 40, 9);
    expect(measure(filledPauses, `(0.3) ${REST} (0.4)`, HEARD)).toBeCloseTo((100 * 2) / 40, 9);
  });

  it("are 0 where the sound was searched and held none", () => {
    expect(measure(filledPauses, REST, HEARD)).toBe(0);
  });

  it("are unknown where the transcript holds none and the sound cannot be searched well", () => {
    expect(measure(filledPauses, REST)).toBe("no_fillers_source");
  });

  it("are unknown where the transcript holds none and the recording is too noisy to hear them", () => {
    expect(measure(filledPauses, `(0.3) ${REST}`, { levels: { snrDb: 14.9 } })).toBe("no_fillers_source");
    expect(measure(filledPauses, `(0.3) um ${REST}`, { levels: { snrDb: 14.9 } })).toBeCloseTo(100 / 40, 9);
  });

  it("have no rate without words or with few, and none is shown under an accommodation", () => {
    expect(measure(filledPauses, REST, { transcript: false })).toBe("no_transcript");
    expect(measure(filledPauses, "um we sat")).toBe("too_few_words");
    expect(measure(filledPauses, REST, { accommodations: ["disfluency"] })).toBe("accommodation");
  });
});

describe("soft fillers", () => {
  it("are counted per 100 content tokens", () => {
    // 40 + 2 tokens, one hit.
    expect(measure(softFillers, `${REST} you know`)).toBeCloseTo(100 / 42, 9);
  });

  it("have no value without words, with few words, or without a list", () => {
    expect(measure(softFillers, REST, { transcript: false })).toBe("no_transcript");
    expect(measure(softFillers, "you know")).toBe("too_few_words");
    expect(measure(softFillers, REST, { language: "fr" })).toBe("language_not_calibrated");
  });
});

describe("all fillers", () => {
  it("are filled pauses and half of the soft fillers", () => {
    expect(measure(allFillers, `um ${REST} you know (0.3)`, HEARD)).toBeCloseTo((100 * 2.5) / 42, 9);
    expect(momentTexts(allFillers, `um ${REST} you know (0.3)`, HEARD)).toEqual(["um", "you know", "filled pause"]);
  });

  it("have no value for the reasons of their parts", () => {
    expect(measure(allFillers, REST, { levels: { snrDb: 10 } })).toBe("no_fillers_source");
    expect(measure(allFillers, REST, { ...HEARD, language: "fr" })).toBe("language_not_calibrated");
    expect(measure(allFillers, REST, { accommodations: ["disfluency"] })).toBe("accommodation");
    expect(measure(allFillers, "um yes")).toBe("too_few_words");
    expect(measure(allFillers, REST, { transcript: false })).toBe("no_transcript");
  });
});

describe("fillers by syllables", () => {
  it("are counted per 100 times 1.42 nuclei", () => {
    const said = `${REST} ${REST} (0.4) (0.4)`; // 80 + 2 nuclei
    const value = measure(fillersBySyllables, said, { ...HEARD, transcript: false });
    expect(value).toBeCloseTo((100 * 2) / (82 / 1.42), 9);
  });

  it("have no value in noise, after little speech, in a language of unknown rate, under an accommodation", () => {
    const deaf = { ...HEARD, transcript: false } as const;
    expect(measure(fillersBySyllables, REST, { ...deaf, levels: { snrDb: 12 } })).toBe("no_fillers_source");
    expect(measure(fillersBySyllables, "we sat", deaf)).toBe("too_little_speech");
    expect(measure(fillersBySyllables, REST, { ...deaf, language: "xx" })).toBe("language_not_calibrated");
    expect(measure(fillersBySyllables, REST, { ...deaf, accommodations: ["disfluency"] })).toBe("accommodation");
  });
});
