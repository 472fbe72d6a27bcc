import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DIMENSIONS, SCORING_MODES, type DimensionResults } from "@/scoring/dimensions/dimension-result";
import { testModel } from "@/scoring/dimensions/testing/make-measured-answer";
import { scoreAnswer } from "@/scoring/pipeline/score-answer";
import { arbitraryAnswer } from "@/scoring/testing/arbitrary-answer";
import { makeAnswer, type AnswerDescription } from "@/scoring/testing/make-answer";

const model = testModel();

const STORY = `
  At my last job, [0.5] I worked at the service desk of a small hotel. [0.7] One evening a guest came down and said
  that his room had no hot water. [0.6] He was upset, because he had asked twice before. [0.7] First, I said that I was
  sorry about the trouble, [0.4] and that I could see why he was frustrated. [0.6] Then I asked him what time he needed
  the room, [0.4] so that I could plan the evening around it. [0.7] After that I called the technician, [0.3] and while
  we were waiting [0.4] I offered to move him to another floor. [0.6] He wanted to stay close to his family, [0.4] so I
  found two rooms next to each other, [0.3] and I carried the bags myself. [0.7] I told him exactly when the repair
  would be finished, [0.4] and I called him again after an hour [0.3] to make sure that everything was fine. [0.6] In
  the end the technician fixed the boiler before breakfast, [0.4] and they thanked us at the desk. [0.6] As a result I
  wrote a short list for the night shift, [0.4] which meant that later guests were helped much faster. [0.7] I learned
  that people accept a delay [0.3] when somebody tells them honestly how long it takes.`;
const PROMPT = { text: "Tell me about a time you helped an upset customer.", type: "past" as const };

/** A pace and a melody that vary, so that no frame equals the next. */
const LIVELY: AnswerDescription = {
  syllableMs: 230,
  prompt: PROMPT,
  f0Hz: (timeMs) => (timeMs % 900 < 150 ? NaN : 120 * (1 + 0.25 * Math.sin(timeMs / 700))),
  speechDb: (timeMs) => -20 - 6 * Math.sin(timeMs / 170) ** 2,
};

function kinds(results: DimensionResults): string {
  return DIMENSIONS.map((dimension) => results[dimension].kind).join(" ");
}

function codes(results: DimensionResults): string[][] {
  return DIMENSIONS.map((dimension) => {
    const result = results[dimension];
    return result.kind === "withheld" ? result.reasons.map((reason) => reason.code) : [];
  });
}

function freeze<T>(value: T): T {
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return value;
  for (const child of Object.values(value)) freeze(child);
  return Object.freeze(value);
}

describe("scoreAnswer", () => {
  it("scores all four dimensions of an answer of a minute, in both modes", () => {
    const { modes, wordCount, speechMs } = scoreAnswer(makeAnswer(STORY, LIVELY), model);
    for (const mode of SCORING_MODES) expect(kinds(modes[mode])).toBe("scored scored scored scored");
    expect(wordCount).toBeGreaterThan(180);
    expect(speechMs).toBeGreaterThan(50_000);
  });

  it("withholds all four dimensions of a one-line answer and still reports what it measured", () => {
    const line = "Well, I always try to be friendly and helpful to every customer.";
    const { modes, measurements } = scoreAnswer(makeAnswer(line, LIVELY), model);
    const reasons = ["too_short", "too_few_words"];
    expect(codes(modes.standard)).toEqual([reasons, reasons, reasons, reasons]);
    expect(measurements["articulation_rate"]?.value).toBeGreaterThan(3);
  });

  it("judges clarity and composure provisionally without words, and says that a transcript completes it", () => {
    const { modes, wordCount } = scoreAnswer(makeAnswer(STORY, { ...LIVELY, transcript: false }), model);
    expect(kinds(modes.standard)).toBe("withheld scored scored withheld");
    expect(wordCount).toBeNull();
    const { clarity, communication } = modes.standard;
    expect(clarity).toMatchObject({ provisional: true, cautions: [{ code: "no_transcript", needs: "transcript" }] });
    expect(communication).toMatchObject({ reasons: [{ code: "no_transcript", needs: "transcript" }] });
  });

  it.each([
    ["doubtful", "The transcript fits the recording only in part"],
    ["not_aligned", "could not be found on our side"],
  ] as const)("says of a transcript that is not used why: %s", (unusedTranscript, text) => {
    const { modes, measurements } = scoreAnswer(makeAnswer(STORY, { ...LIVELY, transcript: false }), model, {
      unusedTranscript,
    });
    expect(kinds(modes.standard)).toBe("withheld scored scored withheld");
    const why = { code: "transcript_mismatch", needs: "transcript", text: expect.stringContaining(text) };
    expect(modes.standard.communication).toMatchObject({ reasons: [why] });
    expect(modes.standard.empathy_signal).toMatchObject({ reasons: [why] });
    expect(measurements["words_per_minute"]).toMatchObject({ value: null, reason: "transcript_mismatch" });
  });

  it("does not read words that were recognised badly", () => {
    const unsure = scoreAnswer(makeAnswer(STORY, { ...LIVELY, confidence: 0.4, source: "recognised" }), model);
    const wordless = scoreAnswer(makeAnswer(STORY, { ...LIVELY, transcript: false }), model);
    expect(codes(unsure.modes.standard)[0]).toEqual(["poor_recognition"]);
    expect(unsure.modes.standard.clarity).toMatchObject({ cautions: [{ code: "poor_recognition" }] });
    const ledger = (results: DimensionResults) => (results.clarity.kind === "scored" ? results.clarity.ledger : null);
    expect(ledger(unsure.modes.standard)).toEqual(ledger(wordless.modes.standard));
  });

  it("says of a recording without speech only that there is none, and reports no made-up number", () => {
    const { modes, measurements } = scoreAnswer(makeAnswer("[20]", {}), model);
    expect(codes(modes.standard)).toEqual(DIMENSIONS.map(() => ["no_speech"]));
    expect(measurements["words_per_minute"]).toMatchObject({ value: null });
    expect(measurements["pitch_range_semitones"]).toMatchObject({ value: null });
  });

  it("drops pitch and sound from empathy_signal in wording_only, and names what was dropped", () => {
    const { wording_only: results } = scoreAnswer(makeAnswer(STORY, LIVELY), model).modes;
    if (results.empathy_signal.kind !== "scored") throw new Error("expected a score");
    const { terms, missing } = results.empathy_signal.ledger;
    expect(terms.map((term) => term.term)).not.toContain("pace_warmth");
    const dropped = missing.filter((row) => row.reason === "wording_only").map((row) => row.term);
    expect(dropped).toEqual(["pace_warmth", "pitch_range"]);
  });

  it("withholds composure on reading, everything on a second voice, and changes no number for either", () => {
    const input = makeAnswer(STORY, LIVELY);
    const plain = scoreAnswer(input, model).modes.standard;
    const read = scoreAnswer(input, model, { readingProbability: 0.95 }).modes.standard;
    expect(read).toEqual({ ...plain, composure: read.composure });
    expect(codes(read)[2]).toEqual(["reading"]);
    const two = scoreAnswer(input, model, { secondSpeakerShare: 0.2 }).modes.standard;
    expect(codes(two)).toEqual(DIMENSIONS.map(() => ["second_speaker"]));
  });

  it("keeps an accommodation out of everything that a recruiter sees", () => {
    const { modes, measurements } = scoreAnswer(
      makeAnswer(STORY, { ...LIVELY, accommodations: ["disfluency"] }),
      model,
    );
    expect(kinds(modes.standard)).toBe("scored scored scored scored");
    expect(JSON.stringify({ modes, measurements })).not.toMatch(/accommodation|disfluency/);
  });

  it("gives the same bytes for the same input, changes none of it, and cannot see an extra key", () => {
    fc.assert(
      fc.property(arbitraryAnswer, (input) => {
        const first = JSON.stringify(scoreAnswer(freeze(input), model));
        const smuggled = { ...structuredClone({ ...input, vectors: null }), vectors: input.vectors, gender: "x" };
        expect(JSON.stringify(scoreAnswer(smuggled, model))).toBe(first);
        expect(first).not.toMatch(/NaN|Infinity/);
      }),
      { numRuns: 40 },
    );
  });

  it("gives base + points + clip = exactScore to the hundredth for any answer, in both modes", () => {
    fc.assert(
      fc.property(arbitraryAnswer, (input) => {
        const { modes } = scoreAnswer(input, model);
        const results = SCORING_MODES.flatMap((mode) => Object.values(modes[mode]));
        for (const result of results) {
          if (result.kind === "withheld") continue;
          const { base, terms, clip, exactScore } = result.ledger;
          const sum = terms.reduce((total, term) => total + term.points, base + clip);
          expect(Math.abs(sum - exactScore)).toBeLessThan(0.005);
          expect(result.score).toBe(Math.round(exactScore));
        }
      }),
      { numRuns: 60 },
    );
  });
});
