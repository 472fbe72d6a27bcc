import { expect, it } from "vitest";
import { voiceSpread } from "@/scoring/evaluation/metamorphic/voice-spread";
import type { ScoredAnswer } from "@/scoring/pipeline/scored-answer";

/** An answer with these exact scores of communication; every other dimension is withheld. */
function answer(exactScore: number | null): Pick<ScoredAnswer, "modes"> {
  const none = { kind: "withheld" };
  const communication = exactScore === null ? none : { kind: "scored", ledger: { exactScore } };
  const standard = { communication, clarity: none, composure: none, empathy_signal: none };
  // Only what voiceSpread reads of an answer.
  return { modes: { standard } } as unknown as Pick<ScoredAnswer, "modes">;
}

it("compares every two voices, so that the largest difference is between the two that lie furthest apart", () => {
  const deltas = voiceSpread([answer(50), answer(53), answer(49)]).map(({ delta }) => delta);
  expect(deltas.sort()).toEqual([-1, -4, 3].sort());
});

it("counts a voice without a score as withheld where another has one, and as nothing where none has", () => {
  const spread = voiceSpread([answer(50), answer(null)]);
  expect(spread).toEqual([expect.objectContaining({ dimension: "communication", delta: null, withheld: true })]);
  expect(voiceSpread([answer(null), answer(null)])).toEqual([]);
});
