import { expect, test } from "vitest";
import { mtld } from "@/scoring/features/vocabulary/mtld";
import { numberWords } from "@/scoring/language/number-words";

const mtldOf = (words: readonly string[]): number => mtld(numberWords(words));

test("agrees with an example worked out by hand", () => {
  // Forwards a b a -> shares of different words 1, 1, .67: below .72 at the third word, stretch 1 = "a b a".
  // Then b c d, all different, share 1, left over: (1 - 1) / .28 = 0. So 6 words / 1 stretch = 6.
  // Backwards d c b a b a -> 1, 1, 1, 1, .8, .667: below .72 at the sixth word, one stretch of 6 words. 6 / 1 = 6.
  expect(mtldOf(["a", "b", "a", "b", "c", "d"])).toBeCloseTo(6, 12);
});

test("counts what is left over as the part of a stretch that its repeats have used up", () => {
  // Forwards: x y z w x: share .8 at the end: (1 - .8) / .28 = .714 stretches; 5 / .714 = 7. Backwards alike.
  expect(mtldOf(["x", "y", "z", "w", "x"])).toBeCloseTo(7, 12);
});

test("forwards and backwards are averaged", () => {
  // Forwards a a b c d: .5 at "a a" (stretch 1), b c d left over adds 0: 5 / 1 = 5.
  // Backwards d c b a a: shares 1 1 1 1 .8: .714 stretches: 7. Mean 6.
  expect(mtldOf(["a", "a", "b", "c", "d"])).toBeCloseTo(6, 12);
});

test("a text without any repeat is one stretch", () => expect(mtldOf(["a", "b", "c"])).toBe(3));
