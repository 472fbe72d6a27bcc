import { describe, expect, it } from "vitest";
import type { OutsideFindings } from "@/scoring/confidence/confidence-facts";
import { testModel } from "@/scoring/dimensions/testing/make-measured-answer";
import { blockMoment } from "@/scoring/pipeline/block-moment";
import { withoutWordsReason } from "@/scoring/pipeline/without-words-reason";
import type { Transcript } from "@/scoring/transcripts/words";

const limits = testModel().confidence;

function transcript(meanConfidence: number | null): Transcript {
  const words = [{ text: "Hello", startMs: 0, endMs: 400, confidence: meanConfidence }];
  return { source: meanConfidence === null ? "supplied" : "recognised", language: "en", words, meanConfidence };
}

describe("withoutWordsReason", () => {
  it.each<[Transcript | null, OutsideFindings, string | null]>([
    [null, {}, "no_transcript"],
    [transcript(0.59), {}, "poor_recognition"],
    [transcript(0.6), {}, null],
    [transcript(null), {}, null],
    [null, { unusedTranscript: "doubtful" }, "transcript_mismatch"],
    [null, { unusedTranscript: "not_aligned" }, "transcript_mismatch"],
  ])("of %j with %j is %s", (given, findings, reason) => {
    expect(withoutWordsReason(given, findings, limits)).toBe(reason);
  });
});

describe("blockMoment", () => {
  const words = Array.from({ length: 14 }, (_, i) => {
    return { text: `w${i}`, startMs: 15_000 + i * 1000, endMs: 15_500 + i * 1000, confidence: null };
  });

  it("quotes how the block begins, and cuts long quotes", () => {
    expect(blockMoment({ startMs: 15_000, endMs: 18_000 }, words).text).toBe("w0 w1 w2");
    expect(blockMoment({ startMs: 15_000, endMs: 30_000 }, words).text).toBe("w0 w1 w2 w3 w4 w5 w6 w7 w8 w9 w10 w11 …");
  });

  it("names the times where there are no words", () => {
    expect(blockMoment({ startMs: 65_200, endMs: 80_200 }, []).text).toBe("1:05 to 1:20");
  });
});
