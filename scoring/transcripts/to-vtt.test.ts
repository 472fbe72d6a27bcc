import fc from "fast-check";
import { expect, test } from "vitest";
import { parseTranscript } from "@/scoring/transcripts/parse-transcript";
import { toVtt } from "@/scoring/transcripts/to-vtt";
import type { TimedWord } from "@/scoring/transcripts/words";

const word = (text: string, startMs: number, endMs: number): TimedWord => ({ text, startMs, endMs, confidence: null });

function vtt(words: TimedWord[]): string {
  return toVtt({ source: "supplied", language: "en", words, meanConfidence: null });
}

test("a cue holds the words up to a long pause or the end of a sentence", () => {
  const text = vtt([
    word("Tom", 0, 300),
    word("&", 300, 400),
    word("I.", 450, 600),
    word("Yes", 700, 900),
    word("so", 3_661_000, 3_661_200),
  ]);
  expect(text).toBe(
    [
      "WEBVTT\n",
      "00:00:00.000 --> 00:00:00.600\nTom <00:00:00.300>&amp;<00:00:00.400> <00:00:00.450>I.\n",
      "00:00:00.700 --> 00:00:00.900\nYes\n",
      "01:01:01.000 --> 01:01:01.200\nso\n",
    ].join("\n"),
  );
});

test("reading the WebVTT back gives the same words with the same times", () => {
  const spoken = fc.constantFrom("Well,", "I", "don't", "R&D", "<b>5</b>", "50%", "co-op", "été.", "yes?");
  const words = fc
    .array(fc.record({ text: spoken, gapMs: fc.nat(900), lengthMs: fc.integer({ min: 1, max: 2_000 }) }), {
      minLength: 1,
      maxLength: 60,
    })
    .map((pieces) => {
      let atMs = 0;
      return pieces.map(({ text, gapMs, lengthMs }) => {
        const startMs = atMs + gapMs;
        atMs = startMs + lengthMs;
        return word(text, startMs, atMs);
      });
    });
  fc.assert(
    fc.property(words, (said) => {
      const outcome = parseTranscript(vtt(said));
      expect(outcome).toEqual({ ok: true, format: "vtt", parsed: { kind: "timed_words", words: said } });
    }),
  );
});
