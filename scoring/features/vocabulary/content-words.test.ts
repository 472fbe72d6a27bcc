import { expect, test } from "vitest";
import type { TopicStretch } from "@/scoring/features/answer-view";
import { contentWords } from "@/scoring/features/vocabulary/content-words";
import { findLanguagePack } from "@/scoring/language/packs/find-pack";
import { tokenise } from "@/scoring/language/tokenise";
import { spokenWords } from "@/scoring/testing/spoken-words";

/** Six words of content, of which the last three come after token 5. */
const TEXT = "The parcel and the box broke in a van with torn paper.";

function measure(topic?: readonly TopicStretch[]) {
  const said = spokenWords(TEXT);
  const { tokens, repairs } = tokenise(said, findLanguagePack("en"));
  const words = { words: said, tokens, repairs, meanConfidence: null };
  return contentWords.extract({ words: topic ? { ...words, topic } : words, language: "en" });
}

const split = (first: number, second: number) => [
  { start: 0, end: 6, credit: first },
  { start: 6, end: 12, credit: second },
];

test("counts every word of content where the question is not known", () => {
  expect(measure()).toMatchObject({ value: 6 });
  expect(measure(split(1, 1))).toMatchObject({ value: 6 });
});

test("counts the words of a stretch as far as it has to do with the question", () => {
  expect(measure(split(1, 0))).toMatchObject({ value: 3 });
  expect(measure(split(0.5, 0))).toMatchObject({ value: 1.5 });
});
