import fc from "fast-check";
import { expect, test } from "vitest";
import type { Token } from "@/scoring/features/answer-view";
import { numberedPairs, numberedTokens } from "@/scoring/language/numbered-tokens";
import { tokensWithout } from "@/scoring/language/token-cut";

const CLASSES = new Map([["she", "<person>"]]);
const words = fc.array(fc.constantFrom("she", "went", "there", "then", "again"), { minLength: 1, maxLength: 30 });

function tokensOf(texts: readonly string[]): Token[] {
  return texts.map((text, at) => ({ text, mark: "", startMs: at, endMs: at + 1, endsClause: false }));
}

/** Which places hold the same: what numbers are for, whatever the numbers are. */
function sameAs(ids: Int32Array): number[] {
  return [...ids].map((id) => ids.indexOf(id));
}

test("what is left of an answer is numbered like the same tokens read afresh, words and pairs", () => {
  fc.assert(
    fc.property(words, fc.nat(), fc.nat(), (texts, from, length) => {
      const whole = tokensOf(texts);
      const first = from % whole.length;
      const gone = new Set(whole.slice(first, first + (length % 12)));
      const cut = tokensWithout(whole, (token) => gone.has(token));
      for (const numbered of [numberedTokens, numberedPairs]) {
        const { ids, count } = numbered(cut, CLASSES);
        expect(sameAs(ids)).toEqual(sameAs(numbered([...cut], CLASSES).ids));
        expect(ids.every((id) => id >= 0 && id < count)).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});

test("a pair has the number of its first word's place, and the last word none", () => {
  expect([...numberedPairs(tokensOf(["then", "she", "then", "she", "went"]), CLASSES).ids]).toEqual([0, 1, 0, 2]);
  expect(numberedPairs(tokensOf(["then"]), CLASSES).ids).toHaveLength(0);
});
