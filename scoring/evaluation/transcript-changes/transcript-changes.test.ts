import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { GIVEN_NAMES_BY_SYLLABLES } from "@/scoring/evaluation/transcript-changes/given-names";
import { NEUTRAL_WORDS_BY_SYLLABLES } from "@/scoring/evaluation/transcript-changes/neutral-vocabulary";
import { substituteWords } from "@/scoring/evaluation/transcript-changes/substitute-words";
import { countPeople, swapPeople } from "@/scoring/evaluation/transcript-changes/swap-people";
import { countEnglishSyllables } from "@/scoring/language/packs/en/count-syllables";
import { ENGLISH } from "@/scoring/language/packs/en/english";
import { shellOf } from "@/scoring/evaluation/transcript-changes/word-shell";

const timed = (text: string) =>
  text.split(" ").map((word, i) => ({ text: word, startMs: 100 * i, endMs: 100 * i + 90, confidence: null }));
const written = (words: readonly { text: string }[]): string => words.map(({ text }) => text).join(" ");

describe("swapPeople", () => {
  it("swaps names and pronouns, keeps capitals, marks and possessives", () => {
    const words = timed("He told Mary's friend: it's hers, he'll find it himself, John.");
    expect(written(swapPeople(words))).toBe("She told Peter's friend: it's his, she'll find it herself, Jack.");
    expect(countPeople(words)).toBe(6);
  });

  it("keeps the number of syllables of every word, and all times", () => {
    const people = [...GIVEN_NAMES_BY_SYLLABLES.flat(), "he", "she", "him", "her", "his", "hers", "himself", "he's"];
    const words = timed(people.join(" "));
    for (const [i, word] of swapPeople(words).entries()) {
      expect(word.startMs).toBe(words[i]?.startMs);
      expect(word.text).not.toBe(words[i]?.text);
      expect([words[i]?.text, countEnglishSyllables(word.text)]).toEqual([
        words[i]?.text,
        countEnglishSyllables(words[i]?.text ?? ""),
      ]);
    }
  });
});

describe("substituteWords", () => {
  const options = { share: 0.2, seed: 7, countSyllables: countEnglishSyllables };

  it("changes exactly that share of the words, at the same times, with the same marks", () => {
    const lengths = fc.integer({ min: 1, max: 120 });
    fc.assert(
      fc.property(lengths, fc.integer(), (length, seed) => {
        const words = timed(Array.from({ length }, (_, i) => (i % 5 === 4 ? "Tiger," : "sofa")).join(" "));
        const wrong = substituteWords(words, { ...options, seed });
        const changed = wrong.filter(({ text }, i) => text !== words[i]?.text);
        expect(changed).toHaveLength(Math.round(0.2 * length));
        for (const [i, word] of wrong.entries()) {
          expect(word).toMatchObject({ startMs: words[i]?.startMs, endMs: words[i]?.endMs });
          expect(shellOf(word.text).after).toBe(i % 5 === 4 ? "," : "");
        }
      }),
    );
  });

  it("draws the same words for the same seed", () => {
    const words = timed(Array.from({ length: 50 }, () => "river").join(" "));
    expect(substituteWords(words, options)).toEqual(substituteWords(words, options));
    expect(substituteWords(words, options)).not.toEqual(substituteWords(words, { ...options, seed: 8 }));
  });

  it("draws from words that no list of the engine knows, each with the syllables of its row", () => {
    const known = [
      ENGLISH.fillers,
      ENGLISH.functionWords,
      ENGLISH.lightWords,
      ENGLISH.openWords,
      ENGLISH.otherPersonWords,
    ];
    for (const [i, row] of NEUTRAL_WORDS_BY_SYLLABLES.entries()) {
      for (const word of row) {
        expect([word, known.some((list) => list.has(word))]).toEqual([word, false]);
        expect([word, countEnglishSyllables(word)]).toEqual([word, i + 1]);
      }
    }
  });
});
