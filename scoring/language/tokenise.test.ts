import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findLanguagePack } from "@/scoring/language/packs/find-pack";
import { tokenise } from "@/scoring/language/tokenise";
import { spokenWords } from "@/scoring/testing/spoken-words";

const english = findLanguagePack("en-GB");
const read = (text: string) => tokenise(spokenWords(text), english);
const texts = (text: string) => read(text).tokens.map((token) => token.text);

describe("tokenise", () => {
  test("lower-cases, strips punctuation and keeps the clause mark", () => {
    const { tokens } = read('"Well," SHE said: it’s "done".');
    expect(tokens.map(({ text, mark }) => text + mark)).toEqual(["well,", "she", "said:", "it's", "done."]);
  });

  test("takes fillers out and reports where they were", () => {
    const { tokens, filledPauses } = read("so um I uh went");
    expect(tokens.map((token) => token.text)).toEqual(["so", "i", "went"]);
    expect(filledPauses.map(({ text, startMs }) => [text, startMs])).toEqual([
      ["um", 400],
      ["uh", 1200],
    ]);
  });

  test("gives a sentence end that stands on a filler to the word before", () => {
    expect(read("I left um. Then he came").tokens[1]).toMatchObject({ text: "left", mark: ".", endsClause: true });
  });

  test.each([
    ["I I went", ["i", "went"], ["i i"]],
    ["I went I went home", ["i", "went", "home"], ["i went i went"]],
    ["the um the bill", ["the", "bill"], ["the the"]],
    ["we called the cus- customer", ["we", "called", "the", "customer"], ["cus customer"]],
    ["I was going to I was trying", ["i", "was", "going", "to", "i", "was", "trying"], ["i was going to i was"]],
  ])("counts the repair in %j", (text, tokens, repairs) => {
    expect(texts(text)).toEqual(tokens);
    expect(read(text).repairs.map((repair) => repair.text)).toEqual(repairs);
  });

  test.each(["very very good", "the bill and the order", "He left. He left again", "in the shop in the town"])(
    "finds no repair in %j",
    (text) => expect(read(text).repairs).toEqual([]),
  );

  test("ends a clause at a mark, or before a starter unless the word before cannot end a phrase", () => {
    const ends = (text: string) =>
      read(text)
        .tokens.filter((token) => token.endsClause)
        .map((token) => token.text);
    expect(ends("she called and I answered the phone, quickly")).toEqual(["called", "phone"]);
    expect(ends("tell me what you need")).toEqual(["me", "what"]);
    expect(ends("the one of my friends")).toEqual([]);
  });

  test("shares the time of a multi-word entry out by length", () => {
    const { tokens } = tokenise([{ text: "follow-up call", startMs: 0, endMs: 1200, confidence: null }], english);
    expect(tokens.map(({ text, startMs, endMs }) => [text, startMs, endMs])).toEqual([
      ["follow", 0, 600],
      ["up", 600, 800],
      ["call", 800, 1200],
    ]);
  });

  test("drops a transcriber's notes and mends contractions", () => {
    expect(texts("[laughter] I dont know (inaudible) either")).toEqual(["i", "don't", "know", "either"]);
  });

  test("divides text without spaces, and knows no fillers, where there is no pack", () => {
    const words = [{ text: "我们帮助客户。", startMs: 0, endMs: 900, confidence: null }];
    const { tokens, filledPauses } = tokenise(words, null);
    expect(tokens.length).toBeGreaterThan(1);
    expect(tokens.at(-1)?.mark).toBe(".");
    expect(filledPauses).toEqual([]);
  });

  test("survives any words and keeps times inside the entries, in order", () => {
    const entries = fc.array(fc.string({ unit: "grapheme", maxLength: 30 }), { maxLength: 40 });
    fc.assert(
      fc.property(entries, fc.boolean(), (strings, withPack) => {
        const words = strings.map((text, index) => ({
          text,
          startMs: index * 10,
          endMs: index * 10 + 10,
          confidence: 1,
        }));
        const { tokens } = tokenise(words, withPack ? english : null);
        for (const [index, token] of tokens.entries()) {
          expect(token.text).not.toBe("");
          expect(token.endMs).toBeGreaterThanOrEqual(token.startMs);
          expect(token.startMs).toBeGreaterThanOrEqual(tokens[index - 1]?.startMs ?? 0);
          expect(token.endMs).toBeLessThanOrEqual(strings.length * 10);
        }
      }),
    );
  });
});
