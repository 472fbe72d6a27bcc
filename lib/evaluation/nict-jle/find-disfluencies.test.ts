import { expect, it } from "vitest";
import { findDisfluencies } from "@/lib/evaluation/nict-jle/find-disfluencies";
import { rateFreeFluency } from "@/lib/evaluation/nict-jle/fluency-anchors";
import type { TaggedWord } from "@/lib/evaluation/nict-jle/read-oral-interviews";

const plain = (text: string): TaggedWord => ({ text, filler: false, givenUp: false, opensRepair: false });
const filler = (text: string): TaggedWord => ({ ...plain(text), filler: true });
const givenUp = (text: string, opens = true): TaggedWord => ({ ...plain(text), givenUp: true, opensRepair: opens });

it("counts what is tagged, what is found, and what of it is tagged", () => {
  const turn = [
    ...[filler("er"), givenUp("i"), plain("i"), plain("like"), filler("kore"), plain("music")],
    // Given up for other words: tagged, and not found by looking for the same words.
    ...[plain("and"), givenUp("cars"), plain("trains")],
  ];
  const found = findDisfluencies({ id: "1", level: 4, turns: [turn] });
  expect(found.fillers).toEqual({ tagged: 2, found: 1, hit: 1 });
  expect(found.repairs).toEqual({ tagged: 2, found: 1, hit: 1 });
  expect(found.taggedTokens).toBe(5);
});

it("looks into each turn alone: the same word at the end of one and the start of the next is no repeat", () => {
  const found = findDisfluencies({ id: "1", level: 4, turns: [[plain("yes"), plain("music")], [plain("music")]] });
  expect(found.repairs.found).toBe(0);
  expect(found.ownTokens).toBe(3);
});

it("fluency falls with fillers and with repairs, and is flat beyond the anchors", () => {
  expect(rateFreeFluency(12, 7)).toBeCloseTo(41.7, 9);
  expect(rateFreeFluency(8.5, 7)).toBeGreaterThan(rateFreeFluency(12, 7));
  expect(rateFreeFluency(12, 4.5)).toBeGreaterThan(rateFreeFluency(12, 7));
  expect(rateFreeFluency(0, 0)).toBeCloseTo(91.7, 9);
  expect(rateFreeFluency(90, 90)).toBeCloseTo(8.3, 9);
});
