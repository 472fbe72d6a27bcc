import { expect, test } from "vitest";
import { freeLogLikelihood } from "@/scoring/read-speech/free-log-likelihood";
import { readSentence } from "@/scoring/read-speech/read-sentence";
import { makeUtterance, type Said } from "@/scoring/read-speech/testing/make-utterance";

const THE: Said = {
  word: "The",
  phones: [
    ["DH", 40],
    ["AH", 60],
  ],
};
const CAT: Said = {
  word: "cat.",
  phones: [
    ["K", 100],
    ["AE", 120, -2],
    ["T", 80],
  ],
};

function read(said: readonly Said[]) {
  const { text, phones } = makeUtterance(said);
  return readSentence(text, phones);
}

test("words keep their times, sounds and kind; silence around the text is not part of it", () => {
  const sentence = read([{ pauseMs: 300 }, THE, CAT, { pauseMs: 500 }]);
  expect(sentence).toMatchObject({ startMs: 300, endMs: 700, pauses: [] });
  expect(sentence?.words.map(({ text, grammar, syllables }) => [text, grammar, syllables])).toEqual([
    ["The", true, 1],
    ["cat.", false, 1],
  ]);
  expect(sentence?.phones.map(({ phone, vowel }) => [phone, vowel])).toEqual([
    ["DH", false],
    ["AH", true],
    ["K", false],
    ["AE", true],
    ["T", false],
  ]);
});

test("goodness is the likelihood a frame beside the best free sequence of sounds", () => {
  const sentence = read([THE, CAT]);
  sentence?.phones.forEach(({ phone, goodness }) => expect(goodness).toBeCloseTo(phone === "AE" ? -2 : 0, 9));
  expect(sentence?.excess).toBeCloseTo(-2 * 12, 9);
});

test("touching stretches of silence are one pause", () => {
  expect(read([THE, { pauseMs: 100 }, { pauseMs: 250 }, CAT])?.pauses).toEqual([{ startMs: 100, endMs: 450 }]);
});

test("the usual time is that of all sounds", () => {
  expect(read([THE])?.usualMs).toBe(73 + 51);
});

test("a text that could not be laid over the sound is no sentence", () => {
  expect(readSentence("The cat.", null)).toBeNull();
  expect(readSentence("The cat.", { aligned: [], free: [] })).toBeNull();
});

test("a free sound that reaches outside counts by the part inside", () => {
  const free = [
    { phone: "AA", startMs: 0, endMs: 100, logLikelihood: -10 },
    { phone: "T", startMs: 100, endMs: 200, logLikelihood: -40 },
  ];
  expect(freeLogLikelihood(free, 50, 150)).toBeCloseTo(-25, 9);
  expect(freeLogLikelihood(free, 300, 400)).toBe(0);
});
