import { describe, expect, it } from "vitest";
import { buildAnswerView } from "@/scoring/features/build-answer-view";
import { makeAnswer, type AnswerDescription } from "@/scoring/testing/make-answer";

const WORD = { wordMs: 300 };

function view(description: string, options: AnswerDescription = {}) {
  return buildAnswerView(makeAnswer(description, { ...WORD, ...options }));
}

describe("the response window", () => {
  it("runs from the first to the last speech", () => {
    const { timeline } = view("we sat [0.5] here.", { leadMs: 700, tailMs: 900 });
    expect(timeline.window).toEqual({ startMs: 700, endMs: 2_100 });
    expect(timeline.durationMs).toBe(1_400);
    expect(timeline.speechMs).toBe(900);
  });

  it("is empty without speech", () => {
    const { timeline, words, syllables } = view("[3]");
    expect(timeline).toMatchObject({ durationMs: 0, blocks: [], runs: [], pauses: [] });
    expect(words).toBeNull();
    expect(syllables).toEqual({ nucleiMs: [], count: 0 });
  });

  it("begins after the question where the question is on the recording", () => {
    const { timeline, words, syllables } = view("who are you? [1] we sat here.", { prompt: { endMs: 900 } });
    expect(timeline.window.startMs).toBe(1_900);
    expect(words?.tokens.map((token) => token.text)).toEqual(["we", "sat", "here"]);
    expect(syllables.count).toBe(3);
  });

  it("cuts a run that spans the end of the question, unless hardly any of it is left", () => {
    expect(view("who are you? we sat", { prompt: { endMs: 900 } }).timeline.window.startMs).toBe(900);
    expect(view("who are you? [1] we sat", { prompt: { endMs: 660 } }).timeline.window.startMs).toBe(1_900);
  });
});

describe("pauses", () => {
  it("know their place and their neighbours", () => {
    const { pauses } = view("they met the [0.4] man. [0.5] we left [0.3] um [0.3] quickly.").timeline;
    expect(pauses.map(({ place, before, after }) => [place, before, after])).toEqual([
      ["mid_phrase", "the", "man"],
      ["boundary", "man", "we"],
      ["mid_phrase", "left", "quickly"],
      ["mid_phrase", "left", "quickly"],
    ]);
  });

  it("have no place without words", () => {
    const { pauses } = view("they met the [0.4] man.", { transcript: false }).timeline;
    expect(pauses).toEqual([{ startMs: 900, endMs: 1_300, place: "unknown", before: null, after: null }]);
  });

  it("follow the marks of the transcript in a language without lists, and are unknown where it has none", () => {
    expect(view("ka li. [0.4] mo [0.4] ta.", { language: "xx" }).timeline.pauses.map((pause) => pause.place)).toEqual([
      "boundary",
      "mid_phrase",
    ]);
    expect(view("ka li [0.4] mo", { language: "xx" }).timeline.pauses[0]?.place).toBe("unknown");
  });
});

describe("filled pauses", () => {
  it("come from the transcript; without any there, nothing is known about them", () => {
    expect(view("um we sat").fillers).toMatchObject({ source: "verbatim", filledPauses: [{ text: "um" }] });
    expect(view("we sat").fillers).toMatchObject({ source: "none", filledPauses: [] });
    expect(view("[2]").fillers.source).toBe("none");
  });

  it("are not taken from the sound: its search finds too few to mean anything", () => {
    expect(view("(0.3) we sat").fillers).toMatchObject({ source: "none", filledPauses: [] });
  });
});
