import fc from "fast-check";
import { makeAnswer, type AnswerDescription } from "@/scoring/testing/make-answer";
import type { ScorerInput } from "@/scoring/pipeline/scorer-input";

/** Words that set off every list: fillers, soft fillers, clause starters, open words, repeats, helpful acts. */
const WORDS = (
  "um uh like you know I I was the the and because so when customer called, happy. first then finally maybe stuff " +
  "sorry about thank you please understand help frustrated manager team resolved order over wonderful 42 naïve - don't"
).split(" ");

const word = fc.constantFrom(...WORDS);
const silence = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 5, max: 90 }) },
  { weight: 1, arbitrary: fc.integer({ min: 90, max: 2_000 }) },
);
const piece = fc.oneof(
  { weight: 8, arbitrary: word },
  { weight: 2, arbitrary: silence.map((hundredths) => `[${hundredths / 100}]`) },
  { weight: 1, arbitrary: fc.integer({ min: 20, max: 90 }).map((hundredths) => `(${hundredths / 100})`) },
);

/** From nothing at all and one word to long monologues of some 15 minutes. */
const description = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom("", "hello", "um", "[3]", "(0.4)", "the [20] the", "[2] yes. [2]") },
  { weight: 6, arbitrary: fc.array(piece, { maxLength: 120 }).map((pieces) => pieces.join(" ")) },
  { weight: 3, arbitrary: fc.array(piece, { minLength: 200, maxLength: 500 }).map((pieces) => pieces.join(" ")) },
  {
    weight: 1,
    arbitrary: fc
      .array(piece, { minLength: 40, maxLength: 90 })
      .map((pieces) => Array.from({ length: 25 }, () => pieces.join(" ")).join(" [0.8] ")),
  },
);

const options: fc.Arbitrary<AnswerDescription> = fc.record({
  syllableMs: fc.integer({ min: 100, max: 500 }),
  leadMs: fc.integer({ min: 0, max: 8_000 }),
  tailMs: fc.integer({ min: 0, max: 8_000 }),
  f0Hz: fc
    .record({ medianHz: fc.integer({ min: 90, max: 300 }), swing: fc.double({ min: 0, max: 0.9, noNaN: true }) })
    .map(
      ({ medianHz, swing }) =>
        (timeMs: number) =>
          timeMs % 700 < 200 ? NaN : medianHz * (1 + swing * Math.sin(timeMs / 310)),
    ),
  speechDb: fc.integer({ min: -60, max: -3 }).map((level) => (timeMs: number) => level - 6 * Math.sin(timeMs / 170)),
  noiseDb: fc.integer({ min: -120, max: -40 }),
  levels: fc.record(
    {
      snrDb: fc.oneof(fc.constant(null), fc.integer({ min: -3, max: 80 })),
      speechDb: fc.constant(-20),
      gainControlSuspected: fc.boolean(),
    },
    { requiredKeys: [] },
  ),
  confidence: fc.oneof(fc.constant(null), fc.double({ min: 0, max: 1, noNaN: true })),
  source: fc.constantFrom("supplied", "aligned", "estimated", "recognised"),
  transcript: fc.boolean().map((without) => !without),
  language: fc.constantFrom("en", "en", "en-GB", "fr", "zh", "ja", "xx"),
  prompt: fc.oneof(
    fc.constant(null),
    fc.record({
      text: fc.constantFrom("", "Tell me about a time you helped an upset customer.", "And then?"),
      type: fc.constantFrom("past", "situational", "open"),
      endMs: fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 20_000 })),
    }),
  ),
  accommodations: fc.constantFrom([], ["disfluency"]),
});

/** Random but valid input of the scorer, extremes included: no sound, one word, a quarter of an hour. */
export const arbitraryAnswer: fc.Arbitrary<ScorerInput> = fc
  .tuple(description, options)
  .map(([text, chosen]) => makeAnswer(text, chosen));
