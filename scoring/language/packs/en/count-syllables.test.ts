import { expect, test } from "vitest";
import { countEnglishSyllables } from "@/scoring/language/packs/en/count-syllables";

/** Dictionary counts of words of all kinds, by number of syllables. */
const DICTIONARY: Readonly<Record<number, string>> = {
  1: "the made rules worked league can't world called asked through whole scheme stopped you're they've shop's while",
  2: "table wanted careful something didn't agreed coffee movie people business trying being player science action question asking boxes settled every worried noticed",
  3: "customer another example manager radio important complaining understand companies area resolving however decided eleven everything recently",
  4: "experience situation information usually absolutely technology society definitely immediate supervisor",
  5: "opportunity communication immediately university apologising satisfactory organisation",
  6: "responsibility",
};
const rows = Object.entries(DICTIONARY).flatMap(([count, words]) =>
  words.split(" ").map((word) => [word, Number(count)] as const),
);

test("the table is long enough to mean something", () => expect(rows.length).toBeGreaterThanOrEqual(60));

test.each(rows)("%s has %i", (word, count) => expect(countEnglishSyllables(word)).toBe(count));

test("numbers and stray signs count at least one", () => {
  expect(countEnglishSyllables("24")).toBe(2);
  expect(countEnglishSyllables("'")).toBe(1);
  expect(countEnglishSyllables("")).toBe(1);
});
