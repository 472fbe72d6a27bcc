import { expect, test } from "vitest";
import { wordsOfPhones } from "@/scoring/read-speech/words-of-phones";
import type { AlignedPhone } from "@/scoring/transcripts/phones";

const phone = (name: string, startMs: number, endMs: number, word: number | null): AlignedPhone => ({
  ...{ phone: name, startMs, endMs, word },
  logLikelihood: -10,
});

test("a word lasts from its first phone to its last, pauses between words belong to none", () => {
  const aligned = [
    phone("SIL", 0, 300, null),
    phone("G", 300, 350, 0),
    phone("OW", 350, 500, 0),
    phone("SIL", 500, 900, null),
    phone("AA", 900, 1_000, 1),
    phone("N", 1_000, 1_100, 1),
  ];
  expect(wordsOfPhones(["go", "on"], aligned)).toEqual([
    { text: "go", startMs: 300, endMs: 500, confidence: null },
    { text: "on", startMs: 900, endMs: 1_100, confidence: null },
  ]);
});

test("a word without phones stands without length where the word before it ends", () => {
  const words = wordsOfPhones(["好", "go", "好"], [phone("G", 100, 200, 1)]);
  expect(words.map(({ startMs, endMs }) => [startMs, endMs])).toEqual([
    [0, 0],
    [100, 200],
    [200, 200],
  ]);
});
