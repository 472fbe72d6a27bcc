import { expect, it } from "vitest";
import type { QuestionProsody } from "@/lib/evaluation/mit-interview/interview-data";
import {
  levelSdDb,
  longPausesPerMinute,
  medianPauseS,
  pausesOf,
  pausesPerMinute,
  type PraatPauses,
} from "@/lib/evaluation/mit-interview/praat-measures";

function question(changes: Partial<QuestionProsody>): QuestionProsody {
  return { interview: "p1", durationS: 60, levelSdDb: 7, pauses: 30, silenceS: 18, breakShare: 0.454, ...changes };
}

function pauses(...questions: readonly QuestionProsody[]): PraatPauses {
  const found = pausesOf(questions);
  if (found === null) throw new Error("the table tells of pauses");
  return found;
}

it("voice breaks beyond the unvoiced part of speech are silence", () => {
  // .7 of the time is speech, .22 of which has no voice: .546 voiced, .454 breaks.
  expect(pauses(question({})).silentShare).toBeCloseTo(0.3, 6);
  expect(pauses(question({ breakShare: 0.1 })).silentShare).toBe(0);
});

it("questions weigh by their length, pauses by their number", () => {
  const questions = [
    question({ durationS: 30, levelSdDb: 10 }),
    question({ durationS: 90, levelSdDb: 6, pauses: 60, silenceS: 54 }),
  ];
  expect(levelSdDb(questions)).toBeCloseTo(7, 9);
  expect(pauses(...questions).meanPauseS).toBeCloseTo(0.8, 9);
});

it("a question without a value does not count, an interview without any has none", () => {
  const unknown = question({ levelSdDb: null, breakShare: null });
  expect(levelSdDb([question({}), unknown])).toBe(7);
  expect(pauses(question({}), unknown).silentShare).toBeCloseTo(0.3, 6);
  expect(levelSdDb([unknown])).toBeNull();
  expect(pausesOf([unknown])).toBeNull();
  expect(longPausesPerMinute([unknown])).toBeNull();
});

it("the number of pauses is their share of the time over their mean length", () => {
  expect(pausesPerMinute(pauses(question({})))).toBeCloseTo(30, 3);
});

it("long pauses are the tail of an exponential fall, summed over the questions", () => {
  const tail = Math.exp(-1.25 / 0.35);
  expect(longPausesPerMinute([question({})])).toBeCloseTo(30 * tail, 3);
  expect(longPausesPerMinute([question({}), question({ breakShare: 0 })])).toBeCloseTo(15 * tail, 3);
  expect(medianPauseS(pauses(question({})))).toBeCloseTo(0.25 + 0.35 * Math.LN2, 9);
});

it("without a pause there is none to be long", () => {
  expect(longPausesPerMinute([question({ pauses: 0, silenceS: 0, breakShare: 0.22 })])).toBe(0);
});
