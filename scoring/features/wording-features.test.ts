import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Measurement } from "@/scoring/features/measurement";
import { WORDING_FEATURES } from "@/scoring/features/wording-features";
import { findLanguagePack } from "@/scoring/language/packs/find-pack";
import { tokenise } from "@/scoring/language/tokenise";
import { spokenWords } from "@/scoring/testing/spoken-words";

const english = findLanguagePack("en");

/** Every feature's measurement of a spoken text, by symbol. */
function measureAll(text: string, language = "en"): Map<string, Measurement> {
  const said = spokenWords(text);
  const { tokens, repairs } = tokenise(said, english);
  const parts = {
    words: { words: said, tokens, repairs, meanConfidence: null },
    relevance: { score: 0.5, copiedShare: 0 },
    promptType: "past" as const,
    language,
  };
  // Each feature takes some of these parts; the union of their signatures is narrower than what is handed over.
  return new Map(
    WORDING_FEATURES.map((feature) => [feature.symbol, (feature.extract as (p: typeof parts) => Measurement)(parts)]),
  );
}

const values = (text: string) =>
  [...measureAll(text)].map(([symbol, result]) => [symbol, result.kind === "measured" ? result.value : result.reason]);

const ANSWER =
  "When I was at my last job, Maria called because her order was late and she was upset. I told her I understood how she felt. " +
  "First I checked where the parcel was, then I called the driver and asked him if he could come back. He said he would. " +
  "I put myself in her shoes, so I followed up with Maria the next day, maybe twice, and she thanked me. The driver told me " +
  "that he had never seen her so calm. In the end she ordered again, and things like that stay with you. I think listening to " +
  "people helps, for example when they are angry, because they want somebody who hears them and something that works out. ";

describe("wording features", () => {
  test("ids and symbols are unique and ids name a family", () => {
    expect(new Set(WORDING_FEATURES.map(({ id }) => id)).size).toBe(WORDING_FEATURES.length);
    expect(new Set(WORDING_FEATURES.map(({ symbol }) => symbol)).size).toBe(WORDING_FEATURES.length);
    for (const { id } of WORDING_FEATURES) expect(id).toMatch(/^[a-z]+\.[a-zA-Z]+$/);
  });

  test("nearly all can be measured on a full answer", () => {
    const missing = [...measureAll(ANSWER.repeat(2))].filter(([, result]) => result.kind === "unmeasurable");
    expect(missing.map(([symbol]) => symbol)).toEqual(["CONCR"]);
  });

  test.each([
    ["she to he", /\bshe\b/g, "he"],
    ["he to they", /\b[hH]e\b/g, "they"],
    ["her to his", /\bher\b/g, "his"],
    ["him to her", /\bhim\b/g, "her"],
    ["one name to another", /Maria/g, "Ahmed"],
    ["one name to a word that could be a name", /Maria/g, "Yuki"],
  ])("swapping %s leaves every value as it was", (_, from, to) => {
    const swapped = ANSWER.repeat(2).replace(from, to);
    expect(swapped).not.toBe(ANSWER.repeat(2));
    expect(values(swapped)).toEqual(values(ANSWER.repeat(2)));
  });

  test("a language without a pack gives a reason, never a number", () => {
    for (const [symbol, result] of measureAll(ANSWER, "pt")) {
      if (symbol === "REL") continue;
      expect(result).toMatchObject({ kind: "unmeasurable" });
    }
  });

  test("any words give values inside the declared range, and moments in order of time", () => {
    const word = fc.oneof(fc.constantFrom(...ANSWER.split(" ")), fc.string({ unit: "grapheme", maxLength: 12 }));
    fc.assert(
      fc.property(fc.array(word, { maxLength: 250 }), (words) => {
        const results = measureAll(words.join(" "));
        for (const { symbol, range } of WORDING_FEATURES) {
          const result = results.get(symbol);
          if (result?.kind !== "measured") continue;
          expect(result.value).toBeGreaterThanOrEqual(range[0]);
          expect(result.value).toBeLessThanOrEqual(range[1]);
          const starts = result.moments.map((moment) => moment.startMs);
          expect(starts).toEqual([...starts].sort((a, b) => a - b));
        }
      }),
      { numRuns: 60 },
    );
  });

  test("stock phrases count once each and say why", () => {
    const stock = "thank you and good luck and rest assured and sorry for that ".repeat(4);
    const courtesy = measureAll(stock).get("E_THANK");
    expect(courtesy).toMatchObject({ value: 1, detail: "repeated stock phrases" });
  });

  test("counts hedges and vague words by the hundred, where they were said", () => {
    const text = `maybe ${"the box came in a van ".repeat(8)} stuff`;
    expect(measureAll(text).get("HEDGE100")).toMatchObject({ value: 2, moments: [{ text: "maybe", startMs: 0 }] });
    expect(measureAll(text).get("VAGUE100")).toMatchObject({ value: 2, moments: [{ text: "stuff" }] });
  });

  test("OTHER_RATIO is the share of words for the other person", () => {
    expect(measureAll("you and they and I and me and my team").get("OTHER_RATIO")).toMatchObject({ value: 0.5 });
  });

  test("OTHER_RATIO counts no word of a clause with an empathy phrase: the act is paid for it", () => {
    const told = "I told my team and they called me.";
    const alone = measureAll(told).get("OTHER_RATIO");
    expect(alone).toMatchObject({ value: 0.4 });
    for (const phrase of ["Thank you for your patience.", "I am so sorry to hear that.", "I completely understand."]) {
      expect([phrase, measureAll(`${told} ${phrase}`).get("OTHER_RATIO")]).toEqual([phrase, alone]);
      expect([phrase, measureAll(`${phrase} ${told}`).get("OTHER_RATIO")]).toEqual([phrase, alone]);
    }
  });

  test("OTHER_RATIO counts the words of another clause, and no word of an empathy phrase itself", () => {
    const told = "I told my team and they called me";
    const alone = measureAll(told).get("OTHER_RATIO");
    expect(alone).toMatchObject({ value: 0.4 });
    expect(measureAll(`${told} I understand how you feel`).get("OTHER_RATIO")).toMatchObject({ value: 0.5 });
  });
});
