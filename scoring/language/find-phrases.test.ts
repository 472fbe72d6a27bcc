import { describe, expect, test } from "vitest";
import { expandPattern } from "@/scoring/language/expand-pattern";
import { findPhrases } from "@/scoring/language/find-phrases";
import { findSoftFillers } from "@/scoring/language/find-soft-fillers";
import { findLanguagePack } from "@/scoring/language/packs/find-pack";
import { definePhraseList } from "@/scoring/language/phrase-list";
import { tokenise } from "@/scoring/language/tokenise";
import { spokenWords } from "@/scoring/testing/spoken-words";

const english = findLanguagePack("en");
const tokensOf = (text: string) => tokenise(spokenWords(text), english).tokens;
const hits = (text: string, ...patterns: string[]) =>
  findPhrases(tokensOf(text), definePhraseList("test", patterns)).map((hit) => hit.text);

describe("expandPattern", () => {
  test("writes out groups, nested ones and optional ones", () => {
    expect(expandPattern("(a|b (c|d)) e").map((words) => words.join(" "))).toEqual(["a e", "b c e", "b d e"]);
    expect(expandPattern("x (y)? z").map((words) => words.join(" "))).toEqual(["x y z", "x z"]);
  });

  test.each(["(a", "a)", ""])("refuses %j", (pattern) => {
    expect(() => expandPattern(pattern)).toThrow(RangeError);
  });
});

describe("findPhrases", () => {
  test("takes the longest phrase at each place and never overlaps", () => {
    expect(hits("as a result of a result", "as a result", "a result", "result of")).toEqual([
      "as a result",
      "a result",
    ]);
  });

  test("matches beginnings and endings of words, and whole words only", () => {
    expect(hits("frustrated and confusing, thing", "frustrat*", "*ing", "hin")).toEqual([
      "frustrated",
      "confusing",
      "thing",
    ]);
  });

  test("does not run across a sentence end but runs across a comma", () => {
    expect(hits("I appreciate. It was late", "appreciate it")).toEqual([]);
    expect(hits("for, example this", "for example")).toEqual(["for, example".replace(",", "")]);
  });

  test("gives the time from the first word to the last", () => {
    const [hit] = findPhrases(tokensOf("well for example this"), definePhraseList("test", ["for example"]));
    expect(hit).toMatchObject({ startMs: 400, endMs: 1100, firstToken: 1, lastToken: 2 });
  });
});

describe("findSoftFillers", () => {
  test.each([
    ["it was like really you know bad", ["like", "you know"]],
    ["I would like to let you know what kind of phone it is", []],
    ["it looks like we basically lost", ["basically"]],
  ])("finds in %j only the words that fill time", (text, expected) => {
    expect(findSoftFillers(tokensOf(text), english).map((hit) => hit.text)).toEqual(expected);
  });
});
