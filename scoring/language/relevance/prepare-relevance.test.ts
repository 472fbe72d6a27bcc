import { describe, expect, test } from "vitest";
import { ENGLISH } from "@/scoring/language/packs/en/english";
import { findNames } from "@/scoring/language/relevance/find-names";
import { measureRelevance } from "@/scoring/language/relevance/measure-relevance";
import { prepareRelevance } from "@/scoring/language/relevance/prepare-relevance";
import { REFERENCE_ANSWERS } from "@/scoring/language/relevance/reference-answers";
import { MAX_COPIED_SHARE } from "@/scoring/language/relevance/relevance-constants";
import { dotProduct } from "@/scoring/language/relevance/vector-arithmetic";
import { tokenise } from "@/scoring/language/tokenise";
import type { WordVectors } from "@/scoring/language/word-vectors";
import { spokenWords } from "@/scoring/testing/spoken-words";

/** Four topics on four axes; words of a topic lie near their axis, each a little to a side of its own. */
const TOPICS = [
  "customer upset angry complaint refund caller apologised receipt delivery parcel",
  "beach holiday sea sun hotel travel swam sunset island sand",
  "onions garlic sauce pasta fry boil tomatoes salt recipe basil",
  "maria ahmed yuki",
];

/** An axis a topic and a side for each of its words. */
const DIMENSIONS = 44;

/** A table of a few words with known geometry, in the place of the packed one. */
function tinyVectors(): WordVectors {
  const table = new Map<string, Float32Array>();
  for (const [axis, words] of TOPICS.entries()) {
    for (const [index, word] of words.split(" ").entries()) {
      const vector = new Float32Array(DIMENSIONS);
      vector[axis] = 0.95;
      vector[4 + 10 * axis + index] = Math.sqrt(1 - 0.95 ** 2);
      table.set(word, vector);
    }
  }
  const cosineWith = (target: Float32Array) => (word: string) =>
    dotProduct(table.get(word) ?? new Float32Array(DIMENSIONS), target);
  return {
    id: "tiny",
    dimensions: DIMENSIONS,
    vector: (word) => table.get(word) ?? null,
    probability: (word) => (table.has(word) ? 1e-5 : 1e-8),
    nearest: (vector, count) => {
      const cosine = cosineWith(vector);
      return [...table.keys()].sort((a, b) => cosine(b) - cosine(a)).slice(0, Math.min(count, 5));
    },
  };
}

const vectors = tinyVectors();
const PROMPT = "Tell me about a time you dealt with an upset customer.";
const tokensOf = (text: string) => tokenise(spokenWords(text), ENGLISH).tokens;
const measure = (text: string, prompt = PROMPT) => measureRelevance(tokensOf(text), prompt, vectors, ENGLISH);

const ON =
  "The caller was angry and had a complaint, so I apologised and gave a refund for the parcel without the receipt. ".repeat(
    3,
  );
const OFF =
  "We swam in the sea and sat on the beach in the sun until the sunset, then went to the hotel on the island. ".repeat(
    3,
  );

describe("relevance", () => {
  test("an answer to the question is above .5 and one about something else far below", () => {
    expect(measure(ON)?.score).toBeGreaterThan(0.5);
    expect(measure(OFF)?.score).toBeLessThan(0.45);
    expect((measure(ON)?.score ?? 0) - (measure(OFF)?.score ?? 1)).toBeGreaterThan(0.3);
  });

  test("half off topic lies between", () => {
    const half = measure(ON + OFF)?.score ?? NaN;
    expect(half).toBeLessThan(measure(ON)?.score ?? NaN);
    expect(half).toBeGreaterThan(measure(OFF)?.score ?? NaN);
  });

  test("says nothing below 30 tokens, or when the question has no topic", () => {
    expect(measure("The caller was angry and I apologised.")).toBeNull();
    expect(measure(ON, "And then?")).toBeNull();
    expect(measure(ON, "")).toBeNull();
  });

  test("sees an answer that only repeats the question", () => {
    expect(measure(`${PROMPT} `.repeat(6))?.copiedShare).toBeGreaterThan(MAX_COPIED_SHARE);
    expect(measure(ON)?.copiedShare).toBe(0);
  });

  test("judges a part of the answer as if it were the whole", () => {
    const tokens = tokensOf(ON + OFF);
    const judge = prepareRelevance(PROMPT, tokens, vectors, ENGLISH);
    const first = tokens.slice(0, tokensOf(ON).length);
    expect(judge?.(first)).toEqual(measureRelevance(first, PROMPT, vectors, ENGLISH));
    expect(judge?.(tokens.slice(0, 29))).toBeNull();
  });

  test("does not look at names that it is told of", () => {
    const score = (name: string) => {
      const said = spokenWords(`I spoke with ${name} about it. ${ON} I thanked ${name} again.`);
      const names = findNames(said, ENGLISH);
      return measureRelevance(tokenise(said, ENGLISH).tokens, PROMPT, vectors, ENGLISH, names)?.score;
    };
    expect(score("Maria")).toBe(score("Ahmed"));
    expect(score("Maria")).toBe(score("Xochitl"));
  });

  test("is the same for he, she and they", () => {
    expect(measure(`she ${ON}`)).toEqual(measure(`they ${ON}`));
  });
});

describe("findNames", () => {
  test("takes capitals inside a sentence, not at its start, not of function words, not of words seen without", () => {
    const said = spokenWords(
      "Yesterday Ana's brother said: Refunds take Long. So I asked Ana how long it would take them. Oslo is far away from the town of Um Bergen.",
    );
    expect([...findNames(said, ENGLISH)].sort()).toEqual(["ana", "bergen"]);
  });

  test("finds none where capitals mean nothing", () => {
    expect(findNames(spokenWords("I SPOKE WITH MARIA ABOUT THE REFUND"), ENGLISH).size).toBe(0);
  });
});

test("there are at least 20 reference answers of different families, each long enough to be measured", () => {
  expect(new Set(REFERENCE_ANSWERS.map(({ family }) => family)).size).toBeGreaterThanOrEqual(20);
  for (const { answer } of REFERENCE_ANSWERS) expect(tokensOf(answer).length).toBeGreaterThan(40);
});
