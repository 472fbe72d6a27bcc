import { describe, expect, it } from "vitest";
import { articulationRate } from "@/scoring/features/pace/articulation-rate";
import { equivalentWordsPerMinute } from "@/scoring/features/pace/equivalent-words-per-minute";
import { nucleiArticulationRate } from "@/scoring/features/pace/nuclei-articulation-rate";
import { rateVariation } from "@/scoring/features/pace/rate-variation";
import { speechRate } from "@/scoring/features/pace/speech-rate";
import { wordsPerMinute } from "@/scoring/features/pace/words-per-minute";
import { measure, times } from "@/scoring/testing/measure-feature";

// Five words of one syllable in 1.5 s, then 0.5 s of silence: 4 s in all but for the last silence.
const TWICE = "we sat by the lake. [0.5] they ate some good bread.";

describe("words per minute", () => {
  it("divides content tokens by the window from first to last speech, pauses included", () => {
    expect(measure(wordsPerMinute, TWICE, { wordMs: 300 })).toBeCloseTo((10 * 60) / 3.5, 9);
  });

  it("does not count fillers or words said twice", () => {
    expect(measure(wordsPerMinute, "we um sat sat by the lake.", { wordMs: 500 })).toBeCloseTo((5 * 60) / 3.5, 9);
  });

  it("ignores silence before and after the answer", () => {
    expect(measure(wordsPerMinute, TWICE, { wordMs: 300, leadMs: 5_000, tailMs: 3_000 })).toBeCloseTo(600 / 3.5, 9);
  });

  it("in another language counts what its syllables make in English words", () => {
    // fr: 10 nuclei and 10 text syllables in 2 s; 5 syllables/s / 1.16 / 1.42 * 60.
    const french = measure(wordsPerMinute, times(5, "la ma"), { wordMs: 200, language: "fr" });
    expect(french).toBeCloseTo((60 * 5) / 1.16 / 1.42, 6);
  });

  it("has no value without words, without content words, and in a language of unknown rate", () => {
    expect(measure(wordsPerMinute, TWICE, { transcript: false })).toBe("no_transcript");
    expect(measure(wordsPerMinute, "um uh", { wordMs: 300 })).toBe("too_few_words");
    expect(measure(wordsPerMinute, "yes", { wordMs: 300 })).toBe("too_little_speech");
    expect(measure(wordsPerMinute, TWICE, { language: "xx" })).toBe("language_not_calibrated");
  });
});

describe("words per minute from syllables", () => {
  it("needs no words: 60 * (10 nuclei / 3.5 s) / 1.42", () => {
    const pace = measure(equivalentWordsPerMinute, TWICE, { wordMs: 300, transcript: false });
    expect(pace).toBeCloseTo((60 * 10) / 3.5 / 1.42, 9);
  });

  it("has no value without speech or in a language of unknown rate", () => {
    expect(measure(equivalentWordsPerMinute, "[2]")).toBe("too_little_speech");
    expect(measure(equivalentWordsPerMinute, TWICE, { language: "xx" })).toBe("language_not_calibrated");
  });
});

describe("articulation rate and speech rate", () => {
  it("leave pauses out and in: 10 syllables in 3 s of speech and in 3.5 s", () => {
    expect(measure(articulationRate, TWICE, { wordMs: 300 })).toBeCloseTo(10 / 3, 9);
    expect(measure(speechRate, TWICE, { wordMs: 300 })).toBeCloseTo(10 / 3.5, 9);
  });

  it("count a gap below 250 ms as speech", () => {
    const said = TWICE.replace("[0.5]", "[0.24]");
    expect(measure(articulationRate, said, { wordMs: 300 })).toBeCloseTo(10 / 3.24, 9);
  });

  it("take half of the syllables from the text and half from the sound", () => {
    // Held vowels are heard (2 nuclei more), not written: (10 + 12) / 2 = 11 syllables in 3.5 + 2 * 0.5 s less 0.5 s.
    const said = `(0.5) ${TWICE} (0.5)`;
    expect(measure(articulationRate, said, { wordMs: 300 })).toBeCloseTo(11 / 4, 9);
    expect(measure(nucleiArticulationRate, said, { wordMs: 300 })).toBeCloseTo(12 / 4, 9);
  });

  it("trust the text alone in noise and the sound alone when words are doubtful", () => {
    const said = `(0.5) ${TWICE} (0.5)`;
    expect(measure(articulationRate, said, { wordMs: 300, levels: { snrDb: 14 } })).toBeCloseTo(10 / 4, 9);
    expect(measure(articulationRate, said, { wordMs: 300, confidence: 0.4 })).toBeCloseTo(12 / 4, 9);
  });

  it("are divided by the factor of the language", () => {
    const nuclei = measure(nucleiArticulationRate, times(12, "la"), { wordMs: 250, language: "es", transcript: false });
    expect(nuclei).toBeCloseTo(4 / 1.26, 9);
  });

  it("have no value without speech or in a language of unknown rate", () => {
    for (const feature of [articulationRate, speechRate, nucleiArticulationRate]) {
      expect(measure(feature, "[3]")).toBe("too_little_speech");
      expect(measure(feature, TWICE, { language: "xx" })).toBe("language_not_calibrated");
    }
  });
});

describe("rate variation", () => {
  const slow = times(10, "lake"); // 10 syllables of 500 ms: 5 s

  it("is the deviation over the mean of syllables in 5 s windows of speech, one every 0.5 s", () => {
    // A word is 500 ms: 10, then 20 nuclei a window, and 11 to 19 in the windows that hold some of both.
    const said = `${times(30, "lake")} ${times(30, "baker")}`;
    const counts = [...Array<number>(21).fill(10), 11, 12, 13, 14, 15, 16, 17, 18, 19, ...Array<number>(21).fill(20)];
    const squares = counts.reduce((sum, count) => sum + (count - 15) ** 2, 0);
    expect(measure(rateVariation, said, { wordMs: 500 })).toBeCloseTo(Math.sqrt(squares / 50) / 15, 9);
  });

  it("is 0 for an even tempo, however long the pauses are", () => {
    const said = Array.from({ length: 7 }, () => slow).join(" [2.3] ");
    expect(measure(rateVariation, said, { wordMs: 500 })).toBe(0);
  });

  it("needs 30 s of speech", () => {
    expect(measure(rateVariation, times(5, slow), { wordMs: 500 })).toBe("too_little_speech");
  });
});
