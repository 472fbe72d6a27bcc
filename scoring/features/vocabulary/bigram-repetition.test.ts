import { expect, test } from "vitest";
import { bigramRepetition } from "@/scoring/features/vocabulary/bigram-repetition";
import { findLanguagePack } from "@/scoring/language/packs/find-pack";
import { tokenise } from "@/scoring/language/tokenise";
import { spokenWords } from "@/scoring/testing/spoken-words";

function measure(words: readonly string[]) {
  const said = spokenWords(words.join(" "));
  const { tokens, repairs } = tokenise(said, findLanguagePack("en"));
  return bigramRepetition.extract({ words: { words: said, tokens, repairs, meanConfidence: null }, language: "en" });
}

const different = Array.from({ length: 150 }, (_, index) => `word${index}`);

test("150 different words repeat nothing", () => expect(measure(different)).toMatchObject({ value: 0, moments: [] }));

test("one pair said twice is one of 149, at its second place", () => {
  const words = different.with(100, "word0").with(101, "word1");
  expect(measure(words)).toMatchObject({ value: 1 / 149, moments: [{ text: "word0 word1", startMs: 100 * 400 }] });
});

test("the last block ends with the answer, so that later words count", () => {
  const words = [...different, "word140", "word141"];
  expect(measure(words)).toMatchObject({ value: 1 / 298 });
});

test("below 150 words it is unmeasurable, for it grows with length", () => {
  expect(measure(different.slice(1))).toEqual({ kind: "unmeasurable", reason: "too_few_words" });
});
