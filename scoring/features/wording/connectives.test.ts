import { expect, test } from "vitest";
import { connectives } from "@/scoring/features/wording/connectives";
import { hedges } from "@/scoring/features/wording/hedges";
import { findLanguagePack } from "@/scoring/language/packs/find-pack";
import { tokenise } from "@/scoring/language/tokenise";
import { spokenWords } from "@/scoring/testing/spoken-words";

const different = (name: string, count: number) => Array.from({ length: count }, (_, i) => `${name}${i}`).join(" ");
/** Forty tokens each; the second half links and weakens twice as often. */
const FIRST = `because ${different("box", 38)} maybe`;
const SECOND = `because ${different("lamp", 18)} because maybe ${different("shelf", 18)} maybe`;
const HALF = 40;

function rate(feature: typeof connectives, credits?: readonly [number, number]): number {
  const said = spokenWords(`${FIRST} ${SECOND}`);
  const { tokens } = tokenise(said, findLanguagePack("en"));
  const topic = credits && [
    { start: 0, end: HALF, credit: credits[0] },
    { start: HALF, end: tokens.length, credit: credits[1] },
  ];
  const words = { words: said, tokens, repairs: [], meanConfidence: null, ...(topic && { topic }) };
  const result = feature.extract({ words, language: "en" });
  if (result.kind !== "measured") throw new Error(`not measured: ${result.reason}`);
  return result.value;
}

test("linking words are a rate of what has to do with the question", () => {
  expect(rate(connectives)).toBeCloseTo(300 / 80, 9);
  expect(rate(connectives, [1, 0])).toBeCloseTo(100 / 40, 9);
  expect(rate(connectives, [0, 1])).toBeCloseTo(200 / 40, 9);
  expect(rate(connectives, [1, 0.5])).toBeCloseTo(200 / 60, 9);
});

test("where little has to do with the question a single linking word makes no high rate", () => {
  expect(rate(connectives, [0.01, 0])).toBeCloseTo(1 / 30, 9);
});

test("credit that is the same everywhere leaves the rate as it is", () => {
  expect(rate(connectives, [0.9, 0.9])).toBeCloseTo(rate(connectives), 9);
});

test("weakening words count wherever they are said", () => {
  expect(rate(hedges, [0, 0])).toBeCloseTo(300 / 80, 9);
});
