import fc from "fast-check";
import { expect, test } from "vitest";
import { ENGLISH } from "@/scoring/language/packs/en/english";
import { prepareRelevance } from "@/scoring/language/relevance/prepare-relevance";
import { promptTopic } from "@/scoring/language/relevance/prompt-topic";
import { textTokens } from "@/scoring/language/relevance/text-tokens";
import { tokensWithout } from "@/scoring/language/token-cut";
import { tokenise } from "@/scoring/language/tokenise";
import type { WordVectors } from "@/scoring/language/word-vectors";
import { spokenWords } from "@/scoring/testing/spoken-words";

const WORDS = ["customer", "angry", "refund", "beach", "sun", "garlic"];
const PROMPT = "How did you calm an angry customer?";

/** Each word on an axis of its own, beside a common one. */
function vectors(): WordVectors {
  const table = new Map(
    WORDS.map((word, axis) => {
      const vector = new Float32Array(WORDS.length + 1).fill(0.3, WORDS.length);
      vector[axis] = 0.95;
      return [word, vector] as const;
    }),
  );
  return {
    id: "tiny",
    dimensions: WORDS.length + 1,
    vector: (word) => table.get(word) ?? null,
    probability: () => 1e-5,
    nearest: (_, count) => WORDS.slice(0, Math.min(count, 3)),
  };
}

test("what is left of an answer is judged to the last bit like the same tokens read afresh", () => {
  const known = vectors();
  const spoken = fc.array(fc.constantFrom(...WORDS, "then", "so"), { minLength: 60, maxLength: 260 });
  fc.assert(
    fc.property(spoken, fc.nat(), fc.nat(), (words, from, length) => {
      const whole = tokenise(spokenWords(words.join(" ")), ENGLISH).tokens;
      const judge = prepareRelevance(PROMPT, whole, known, ENGLISH);
      const first = from % whole.length;
      const gone = new Set(whole.slice(first, first + (length % 60)));
      const cut = tokensWithout(whole, (token) => gone.has(token));
      expect(judge?.(cut)).toEqual(judge?.([...cut]));
    }),
    { numRuns: 200 },
  );
});

test("a stretch that has nothing to do with the prompt earns the same small credit beside any other, and lowers relevance", () => {
  const known = vectors();
  const about = Array.from({ length: 50 }, () => "customer angry")
    .join(" then ")
    .split(" ")
    .slice(0, 50);
  const away = Array.from({ length: 50 }, (_, i) => (i % 2 === 0 ? "stones" : "lamps"));
  const judge = (words: readonly string[]) => {
    const tokens = textTokens(words.join(" "), ENGLISH);
    return prepareRelevance(PROMPT, tokens, known, ENGLISH)?.(tokens);
  };
  expect(judge([...about, ...about])?.stretches.map(({ start, end, credit }) => [start, end, credit])).toEqual([
    [0, 50, 1],
    [50, 100, 1],
  ]);
  const beside = judge([...about, ...away]);
  expect(beside?.stretches.map(({ credit }) => credit)).toEqual([1, judge(away)?.stretches[0]?.credit]);
  expect(judge(away)?.stretches[0]?.credit).toBeLessThan(0.5);
  expect(beside?.score).toBeCloseTo(((judge(about)?.score ?? NaN) + (judge(away)?.score ?? NaN)) / 2, 12);
});

test("a prompt's topic is worked out once, again only after many other prompts, and then the same", () => {
  const known = vectors();
  const first = promptTopic(PROMPT, known, ENGLISH);
  expect(promptTopic(PROMPT, known, ENGLISH)).toBe(first);
  for (let i = 0; i < 100; i++) promptTopic(`Why did customer number ${i} want a refund?`, known, ENGLISH);
  const again = promptTopic(PROMPT, known, ENGLISH);
  expect(again).not.toBe(first);
  expect(again?.profile).toEqual(first?.profile);
  expect(again?.baseline).toEqual(first?.baseline);
});
