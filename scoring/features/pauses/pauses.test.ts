import { describe, expect, it } from "vitest";
import { boundaryPause } from "@/scoring/features/pauses/boundary-pause";
import { longPauses } from "@/scoring/features/pauses/long-pauses";
import { markedBoundaries } from "@/scoring/features/pauses/marked-boundaries";
import { meanPause } from "@/scoring/features/pauses/mean-pause";
import { midPhrasePauses } from "@/scoring/features/pauses/mid-phrase-pauses";
import { pausesPerMinute } from "@/scoring/features/pauses/pauses-per-minute";
import { responseOnset } from "@/scoring/features/pauses/response-onset";
import { silentShare } from "@/scoring/features/pauses/silent-share";
import { syllablesBetweenPauses } from "@/scoring/features/pauses/syllables-between-pauses";
import { wordsBetweenPauses } from "@/scoring/features/pauses/words-between-pauses";
import { measure, momentTexts, times } from "@/scoring/testing/measure-feature";

const CLAUSE = "we sat by the lake."; // five tokens, ends a clause
const WORD = { wordMs: 300 };

describe("silent pauses", () => {
  it("are counted per minute from 250 ms on", () => {
    // 10 words of 300 ms, gaps of 249 ms (not counted), 250 ms and 1 s: 2 pauses in 4.499 s.
    const said = "we sat [0.249] by the [0.25] lake. we sat [1] by the lake.";
    expect(measure(pausesPerMinute, said, WORD)).toBeCloseTo((2 * 60) / 4.499, 9);
  });

  it("have a mean length for which one counts as 3 s at most", () => {
    expect(measure(meanPause, "we [0.5] sat [9] here.", WORD)).toBeCloseTo(1.75, 9);
    expect(measure(meanPause, CLAUSE, WORD)).toBe("too_few_pauses");
  });

  it("are split where a filler is said in the gap", () => {
    // The filler is in the transcript, but too soft for the speech detector: [0.3] um [0.4] become two pauses.
    expect(measure(pausesPerMinute, "we sat [0.3] um [0.4] here.", { wordMs: 500 })).toBeCloseTo((2 * 60) / 2.7, 9);
    expect(measure(meanPause, "we sat [0.3] um [0.4] here.", { wordMs: 500 })).toBeCloseTo(0.35, 9);
  });

  it("fill a share of the time between the first and the last word", () => {
    // 10 words of 300 ms; 249 ms are no pause, silence before and after the answer is not part of it.
    const said = "[2] we sat [0.249] by the [0.25] lake. we sat [1] by the lake. [3]";
    expect(measure(silentShare, said, WORD)).toBeCloseTo(1.25 / 4.499, 9);
    expect(measure(silentShare, CLAUSE, WORD)).toBe(0);
    expect(measure(silentShare, "[4]")).toBe("too_little_speech");
  });

  it("have no rate without speech", () => {
    expect(measure(pausesPerMinute, "[4]")).toBe("too_little_speech");
    expect(measure(longPauses, "[4]")).toBe("too_little_speech");
  });
});

describe("pauses inside phrases", () => {
  const rest = times(5, CLAUSE);

  it("are those after a word that cannot end a phrase, or where no clause ends", () => {
    const said = `they met the [0.4] man. [0.6] and bread [0.5] tastes good. ${rest}`;
    // 8 + 25 tokens; inside: "the ... man", "bread ... tastes"; the pause after the full stop stands between clauses.
    expect(measure(midPhrasePauses, said, WORD)).toBeCloseTo((100 * 2) / 33, 9);
    expect(momentTexts(midPhrasePauses, said, WORD)).toEqual(["0.4 s pause: the … man", "0.5 s pause: bread … tastes"]);
  });

  it("a comma after an open word does not make a boundary, a full stop does", () => {
    expect(measure(midPhrasePauses, `they met the, [0.4] man then here. ${rest}`, WORD)).toBeCloseTo(100 / 31, 9);
    expect(measure(midPhrasePauses, `look what it is. [0.4] fine then. ${rest}`, WORD)).toBe(0);
  });

  it("have no value without words, with few words, and where nothing tells clauses", () => {
    expect(measure(midPhrasePauses, rest, { transcript: false })).toBe("no_transcript");
    expect(measure(midPhrasePauses, CLAUSE, WORD)).toBe("too_few_words");
    const unmarked = times(8, "ka li mo ta [0.4] pe");
    expect(measure(midPhrasePauses, unmarked, { ...WORD, language: "xx" })).toBe("language_not_calibrated");
  });
});

describe("pauses between clauses", () => {
  // Six clauses, five boundaries: three with a pause of up to 1.5 s, one with a longer one, one with none.
  const said = `${CLAUSE} [0.3] ${CLAUSE} [0.7] ${CLAUSE} [1.5] ${CLAUSE} [1.6] ${CLAUSE} ${CLAUSE}`;

  it("mark a share of the boundaries", () => {
    expect(measure(markedBoundaries, said, WORD)).toBeCloseTo(3 / 5, 9);
  });

  it("have a median length", () => {
    expect(measure(boundaryPause, said, WORD)).toBeCloseTo(1.1, 9);
  });

  it("have no value with few boundaries, few pauses or no words", () => {
    expect(measure(markedBoundaries, times(5, CLAUSE), WORD)).toBe("too_few_clauses");
    expect(measure(boundaryPause, `${CLAUSE} [0.5] ${CLAUSE} [0.5] ${CLAUSE}`, WORD)).toBe("too_few_pauses");
    expect(measure(markedBoundaries, said, { transcript: false })).toBe("no_transcript");
    expect(measure(boundaryPause, said, { transcript: false })).toBe("no_transcript");
  });
});

describe("long pauses", () => {
  const opening = times(4, CLAUSE); // 6 s: what follows is no longer the opening

  it("count in full from 1.875 s between clauses, 1.25 s inside a phrase, not below 1.125 s and 0.75 s", () => {
    const said = `${opening} [1.12] ${CLAUSE} [1.88] we met the [1.25] man and the [0.75] dog.`;
    // 20 + 5 + 7 words of 300 ms and 5 s of silence.
    expect(measure(longPauses, said, WORD)).toBeCloseTo((2 * 60) / (32 * 0.3 + 5), 9);
  });

  it("count half at 1.5 s and 1 s, so that a few milliseconds never decide", () => {
    expect(measure(longPauses, `${opening} [1.5] ${CLAUSE}`, WORD)).toBeCloseTo((0.5 * 60) / (25 * 0.3 + 1.5), 9);
    expect(measure(longPauses, `${opening} the [1] man left.`, WORD)).toBeCloseTo((0.5 * 60) / (23 * 0.3 + 1), 9);
    const said = `${opening} [1.6] ${CLAUSE} [1.4] ${CLAUSE}`;
    expect(momentTexts(longPauses, said, WORD)).toHaveLength(1);
  });

  it("one in the first 5 s is free, a second is not", () => {
    expect(measure(longPauses, `well. [3] ${opening}`, WORD)).toBe(0);
    const two = measure(longPauses, `well. [2] ${CLAUSE} [2] ${opening}`, WORD);
    expect(two).toBeCloseTo(60 / (26 * 0.3 + 4), 9);
  });

  it("need 1.5 s where there are no words to tell the place", () => {
    const said = `${opening} the [1.1] man. [1.9] ${CLAUSE}`;
    const rate = measure(longPauses, said, { ...WORD, transcript: false });
    expect(rate).toBeCloseTo(60 / (27 * 0.3 + 3), 9);
  });

  it("are not measured under an accommodation", () => {
    expect(measure(longPauses, opening, { ...WORD, accommodations: ["disfluency"] })).toBe("accommodation");
  });
});

describe("stretches between pauses", () => {
  it("have a mean number of content words; a lone filler is no stretch", () => {
    expect(measure(wordsBetweenPauses, `${CLAUSE} [0.5] um [0.5] the lake [0.5] was cold.`, WORD)).toBeCloseTo(3, 9);
    expect(measure(wordsBetweenPauses, CLAUSE, WORD)).toBe(5);
    expect(measure(wordsBetweenPauses, "um [0.5] uh", WORD)).toBe("too_few_words");
    expect(measure(wordsBetweenPauses, CLAUSE, { transcript: false })).toBe("no_transcript");
  });

  it("have a mean number of syllables where there are no words", () => {
    const said = `${CLAUSE} [0.5] the lake [0.5] was cold.`;
    expect(measure(syllablesBetweenPauses, said, { ...WORD, transcript: false })).toBe(3);
    expect(measure(syllablesBetweenPauses, "[4]")).toBe("too_little_speech");
    expect(measure(syllablesBetweenPauses, said, { language: "xx" })).toBe("language_not_calibrated");
  });
});

describe("response onset", () => {
  it("is the time from the end of the question to the first word", () => {
    const prompt = { endMs: 2_000 };
    expect(measure(responseOnset, CLAUSE, { leadMs: 3_250, prompt })).toBeCloseTo(1.25, 9);
    expect(momentTexts(responseOnset, CLAUSE, { leadMs: 3_250, prompt })).toEqual(["1.3 s before the first word"]);
  });

  it("does not take the question for the answer", () => {
    const asked = `who are you? [1] ${CLAUSE}`;
    expect(measure(responseOnset, asked, { ...WORD, prompt: { endMs: 900 } })).toBeCloseTo(1, 9);
    expect(measure(pausesPerMinute, asked, { ...WORD, prompt: { endMs: 900 } })).toBe(0);
  });

  it("has no value where the end of the question is not known or nothing follows it", () => {
    expect(measure(responseOnset, CLAUSE, { leadMs: 1_000 })).toBe("prompt_end_unknown");
    expect(measure(responseOnset, CLAUSE, { prompt: { endMs: 60_000 } })).toBe("too_little_speech");
  });
});
