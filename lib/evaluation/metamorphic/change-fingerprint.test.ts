import { expect, it } from "vitest";
import { ANSWER_CHANGES, type AnswerChange } from "@/lib/evaluation/metamorphic/answer-changes";
import { changeFingerprint } from "@/lib/evaluation/metamorphic/change-fingerprint";
import { changeGain } from "@/scoring/evaluation/sound-changes/change-gain";

it("tells every change to the sound from every other, and leaves none without effect", async () => {
  const unchanged: AnswerChange = {
    ...{ row: "gain", variant: "none" },
    apply: async (clean) => ({ pcm: await clean.pcm(), words: clean.words }),
  };
  const changes = ANSWER_CHANGES.filter(({ wordsOnly }) => wordsOnly !== true);
  const hashes = await Promise.all([unchanged, ...changes].map(changeFingerprint));
  expect(new Set(hashes).size).toBe(changes.length + 1);
});

it("is another when the same change is made a little differently", async () => {
  const louder = (variant: string, gainDb: number): AnswerChange => ({
    ...{ row: "gain", variant },
    apply: async (clean) => ({ pcm: changeGain(await clean.pcm(), gainDb), words: clean.words }),
  });
  const [first, again, other] = await Promise.all(
    [louder("a", 1), louder("b", 1), louder("c", 1.01)].map(changeFingerprint),
  );
  expect(again).toBe(first);
  expect(other).not.toBe(first);
});
