import { expect, test } from "vitest";
import { hashInput, hashPcm, type PinnedInput } from "@/lib/answers/hash-input";

const INPUT: PinnedInput = {
  pcmSha256: await hashPcm(Float32Array.of(0.1, -0.2)),
  transcript: {
    ...{ source: "supplied", language: "en", meanConfidence: null },
    words: [{ text: "Hello", startMs: 0, endMs: 400, confidence: null }],
  },
  unusedTranscript: null,
  language: "en",
  prompt: { text: "Tell me about a customer.", type: "past", endMs: null },
  accommodations: [],
  vectors: "words@1",
};

test("the same input gives the same pin, whatever the order of its fields", () => {
  const reordered = Object.fromEntries(Object.entries(INPUT).reverse());
  // Reason for `as`: Object.fromEntries forgets the names; they are INPUT's own.
  expect(hashInput(reordered as unknown as PinnedInput)).toBe(hashInput(INPUT));
});

test.each<[string, Partial<PinnedInput>]>([
  ["one sample", { pcmSha256: await hashPcm(Float32Array.of(0.1, -0.21)) }],
  ["the words", { transcript: null }],
  ["why the words are not used", { unusedTranscript: "doubtful" }],
  ["the language", { language: "fr" }],
  ["the prompt", { prompt: null }],
  ["an accommodation", { accommodations: ["disfluency"] }],
  ["the word vectors", { vectors: null }],
])("another pin follows from a change of %s", (_, change) => {
  expect(hashInput({ ...INPUT, ...change })).not.toBe(hashInput(INPUT));
});

test("samples are hashed as they lie in a larger buffer", async () => {
  const large = Float32Array.of(9, 0.1, -0.2, 9);
  expect(await hashPcm(large.subarray(1, 3))).toBe(INPUT.pcmSha256);
});
