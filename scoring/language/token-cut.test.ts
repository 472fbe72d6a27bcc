import fc from "fast-check";
import { expect, test } from "vitest";
import { findPhrases } from "@/scoring/language/find-phrases";
import { findLanguagePack } from "@/scoring/language/packs/find-pack";
import { definePhraseList } from "@/scoring/language/phrase-list";
import { cutOf, tokensWithout } from "@/scoring/language/token-cut";
import { tokenise } from "@/scoring/language/tokenise";
import { spokenWords } from "@/scoring/testing/spoken-words";

const english = findLanguagePack("en");
/** Few words, so that phrases often start, end and overlap at the edges of a cut. */
const someWords = fc.array(fc.constantFrom("as", "a", "result", "of", "so", "that", "then"), {
  minLength: 1,
  maxLength: 40,
});
const list = definePhraseList("test", ["as a result", "a result of", "so that", "then", "of a result so that"]);

test("phrases on what is left of an answer are those of the same tokens read afresh", () => {
  fc.assert(
    fc.property(someWords, fc.nat(), fc.nat(), (words, from, count) => {
      const whole = tokenise(spokenWords(words.join(" ")), english).tokens;
      const first = from % whole.length;
      const gone = new Set(whole.slice(first, first + (count % 12)));
      findPhrases(whole, list);
      const cut = tokensWithout(whole, (token) => gone.has(token));
      expect(findPhrases(cut, list)).toEqual(findPhrases([...cut], list));
    }),
    { numRuns: 500 },
  );
});

test("a list knows what it was cut from only where the missing tokens were neighbours", () => {
  const whole = tokenise(spokenWords("so that then a result of"), english).tokens;
  expect(cutOf(whole)).toBeUndefined();
  expect(cutOf(tokensWithout(whole, (token) => token.text === "then"))).toMatchObject({ first: 2, end: 3 });
  expect(cutOf(tokensWithout(whole, (token) => token.text === "so" || token.text === "of"))).toBeUndefined();
  expect(tokensWithout(whole, () => false)).toBe(whole);
});
