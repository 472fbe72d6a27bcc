import { expect, it } from "vitest";
import type { QuestionProsody } from "@/lib/evaluation/mit-interview/interview-data";
import {
  longPausesPerMinute,
  medianPauseS,
  pausesPerMinute,
  sumPraat,
} from "@/lib/evaluation/mit-interview/praat-measures";

function question(changes: Partial<QuestionProsody>): QuestionProsody {
  return {
    "participant&question": "P1Q1",
    interview: "p1",
    duration: 60,
    mean_pitch: 200,
    pitch_sd: 40,
    intensitySD: 7,
    numPause: 30,
    maxDurPause: 2,
    avgDurPause: 0.6,
    "TotDurPause:3": 18,
    PercentBreaks: 0.454,
    ...changes,
  };
}

it("voice breaks beyond the unvoiced part of speech are silence", () => {
  // .7 of the time is speech, .22 of which has no voice: .546 voiced, .454 breaks.
  expect(sumPraat([question({})]).silentShare).toBeCloseTo(0.3, 6);
  expect(sumPraat([question({ PercentBreaks: 0.1 })]).silentShare).toBe(0);
});

it("questions weigh by their length, pauses by their number", () => {
  const measures = sumPraat([
    question({ duration: 30, intensitySD: 10 }),
    question({ duration: 90, intensitySD: 6, numPause: 60, "TotDurPause:3": 54 }),
  ]);
  expect(measures.durationS).toBe(120);
  expect(measures.levelSdDb).toBeCloseTo(7, 9);
  expect(measures.meanPauseS).toBeCloseTo(0.8, 9);
});

it("the number of pauses is their share of the time over their mean length", () => {
  expect(pausesPerMinute(sumPraat([question({})]))).toBeCloseTo(30, 3);
});

it("long pauses are the tail of an exponential fall, summed over the questions", () => {
  const tail = Math.exp(-1.25 / 0.35);
  expect(longPausesPerMinute([question({})])).toBeCloseTo(30 * tail, 3);
  expect(longPausesPerMinute([question({}), question({ PercentBreaks: 0 })])).toBeCloseTo(15 * tail, 3);
  expect(medianPauseS(sumPraat([question({})]))).toBeCloseTo(0.25 + 0.35 * Math.LN2, 9);
});

it("without a pause there is none to be long", () => {
  expect(longPausesPerMinute([question({ numPause: 0, "TotDurPause:3": 0, PercentBreaks: 0.22 })])).toBe(0);
});
