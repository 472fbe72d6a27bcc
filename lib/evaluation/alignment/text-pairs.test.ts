import { expect, it } from "vitest";
import { othersTexts, ownTexts } from "@/lib/evaluation/alignment/text-pairs";

const answers = [
  { sentences: ["we saw the lake", "it was cold"] },
  { sentences: ["they took a bus home now", "so we did too"] },
  { sentences: ["we bought bread and tea", "It was cold"] },
  { sentences: ["she reads books every day"] },
];

it("own texts belong to their own sound", () => {
  expect(ownTexts(3).every(({ sound, text }) => sound === text)).toBe(true);
});

it("another's text is the nearest in words that shares no sentence", () => {
  // 7, 10, 8 and 5 words; the first and third share a sentence, whatever its capitals.
  expect(othersTexts(answers, 1)).toEqual([
    { sound: 0, text: 3 },
    { sound: 1, text: 2 },
    { sound: 2, text: 1 },
    { sound: 3, text: 0 },
  ]);
  expect(othersTexts(answers, 2).filter(({ sound }) => sound === 0)).toEqual([
    { sound: 0, text: 3 },
    { sound: 0, text: 1 },
  ]);
});
