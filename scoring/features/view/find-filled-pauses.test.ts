import { describe, expect, it } from "vitest";
import { findFilledPauses } from "@/scoring/features/view/find-filled-pauses";

/** A search that could be trusted. */
const GOOD_RECALL = 0.9;
const HELD = { startMs: 50, endMs: 400 };

function levels(snrDb: number) {
  return { speechDb: -20, noiseDb: -20 - snrDb, snrDb, clippedShare: 0, gainControlSuspected: false };
}

function heldUnder(text: string, confidence: number | null, wordMs = 600): number {
  const word = { text, startMs: 0, endMs: wordMs, confidence };
  return findFilledPauses([], [HELD], [word], levels(40), GOOD_RECALL).filledPauses.length;
}

describe("findFilledPauses with a search that can be trusted", () => {
  it("takes held vowels where the transcript has no word", () => {
    expect(findFilledPauses([], [HELD], [], levels(40), GOOD_RECALL)).toMatchObject({
      source: "acoustic",
      filledPauses: [HELD],
    });
  });

  it("knows nothing in a noisy recording", () => {
    expect(findFilledPauses([], [HELD], [], levels(14), GOOD_RECALL)).toEqual({ source: "none", filledPauses: [] });
  });

  it("leaves out held vowels of words, unless the word is doubtful", () => {
    expect(heldUnder("our", null)).toBe(0);
    expect(heldUnder("our", 0.5)).toBe(0);
    expect(heldUnder("our", 0.49)).toBe(1);
  });

  it("finds them under a long 'the', but not under a short one", () => {
    expect(heldUnder("the", null, 600)).toBe(1);
    expect(heldUnder("the", null, 450)).toBe(0);
  });

  it("counts one once that the transcript and the sound both hold", () => {
    const um = { startMs: 0, endMs: 300, text: "um" };
    expect(findFilledPauses([um], [HELD], [], levels(40), GOOD_RECALL).filledPauses).toEqual([um]);
  });
});

describe("findFilledPauses with a search that finds too few", () => {
  it("knows only what the transcript holds", () => {
    const um = { startMs: 0, endMs: 300, text: "um" };
    const other = { startMs: 900, endMs: 1_300 };
    expect(findFilledPauses([um], [other], [], levels(40), 0.1)).toEqual({ source: "verbatim", filledPauses: [um] });
    expect(findFilledPauses([], [other], [], levels(40), 0.1)).toEqual({ source: "none", filledPauses: [] });
  });
});
