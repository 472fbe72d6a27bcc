import { describe, expect, it } from "vitest";
import type { ConfidenceFacts } from "@/scoring/confidence/confidence-facts";
import { LOW_CONFIDENCE_TEXT } from "@/scoring/confidence/low-confidence-text";
import { cautions, withholdingReasons } from "@/scoring/confidence/withholding-rules";
import { DIMENSIONS, LOW_CONFIDENCE_CODES, type Dimension } from "@/scoring/dimensions/dimension-result";
import { makeFacts, testModel } from "@/scoring/dimensions/testing/make-measured-answer";

const limits = testModel().confidence;

function codes(facts: ConfidenceFacts, dimension: Dimension): string[] {
  return withholdingReasons({ dimension, facts, limits }).map((reason) => reason.code);
}

function withheldBy(code: string, facts: ConfidenceFacts): Dimension[] {
  return DIMENSIONS.filter((dimension) => codes(facts, dimension).includes(code));
}

const WORDLESS = { words: null, relevance: null, meanWordConfidence: null } as const;
const all = [...DIMENSIONS];
const words: Dimension[] = ["communication", "empathy_signal"];

describe("the rules that withhold a dimension", () => {
  it("withhold nothing from a long, quiet answer to the question", () => {
    for (const dimension of DIMENSIONS) expect(codes(makeFacts(), dimension)).toEqual([]);
  });

  it.each<[string, Partial<ConfidenceFacts>, Dimension[]]>([
    ["too_short", { speechS: 29.9 }, ["composure"]],
    ["too_short", { speechS: 30 }, []],
    ["too_short", { speechS: 19.9 }, all],
    ["too_few_words", { words: 79 }, ["empathy_signal"]],
    ["too_few_words", { words: 80 }, []],
    ["too_few_words", { words: 49 }, words],
    ["too_few_words", { words: 39 }, all],
    ["too_few_words", { ...WORDLESS, withoutWords: "no_transcript", nuclei: 56 }, all],
    ["too_few_words", { ...WORDLESS, withoutWords: "no_transcript", nuclei: 114 }, []],
    ["no_transcript", { ...WORDLESS, withoutWords: "no_transcript" }, words],
    ["transcript_mismatch", { ...WORDLESS, withoutWords: "transcript_mismatch" }, words],
    ["poor_recognition", { ...WORDLESS, withoutWords: "poor_recognition", meanWordConfidence: 0.4 }, words],
    ["noise", { snrDb: 9.9 }, all],
    ["noise", { snrDb: 10 }, []],
    ["off_topic", { relevance: { score: 0.19, copiedShare: 0, floor: 0.2 } }, words],
    ["off_topic", { relevance: { score: 0.2, copiedShare: 0, floor: 0.2 } }, []],
    ["off_topic", { relevance: { score: 0.01, copiedShare: 0, floor: 0.2 }, words: 29 }, []],
    ["repeats_question", { relevance: { score: 0.9, copiedShare: 0.61, floor: 0.2 } }, words],
    ["repeats_question", { relevance: { score: 0.9, copiedShare: 0.6, floor: 0.2 } }, []],
    ["language_mismatch", { findings: { languageProbability: 0.59 } }, ["communication", "clarity", "empathy_signal"]],
    ["language_not_calibrated", { languageCalibrated: false }, ["empathy_signal"]],
    ["no_occasion", { promptGivesOccasion: false, distinctActs: 1 }, ["empathy_signal"]],
    ["no_occasion", { promptGivesOccasion: false, distinctActs: 4, words: 119 }, ["empathy_signal"]],
    ["no_occasion", { promptGivesOccasion: false, distinctActs: 2, words: 120 }, []],
    ["no_occasion", { promptGivesOccasion: true, distinctActs: 0 }, []],
    ["reading", { findings: { readingProbability: 0.9 } }, ["composure"]],
    ["reading", { findings: { readingProbability: 0.89 } }, []],
    ["second_speaker", { findings: { secondSpeakerShare: 0.15 } }, all],
    ["second_speaker", { findings: { secondSpeakerShare: 0.14 } }, []],
    ["no_speech", { speechS: 0, nuclei: 0, snrDb: null }, all],
  ])("%s on %j withholds %j", (code, change, expected) => {
    expect(withheldBy(code, makeFacts(change))).toEqual(expected);
  });

  it("list every reason that holds, in one order", () => {
    const facts = makeFacts({ speechS: 5, words: 12, snrDb: 3, promptGivesOccasion: false, distinctActs: 0 });
    expect(codes(facts, "empathy_signal")).toEqual(["too_short", "too_few_words", "noise", "no_occasion"]);
  });

  it("say of silence only that it is silent", () => {
    expect(codes(makeFacts({ speechS: 0, nuclei: 0 }), "communication")).toEqual(["no_speech"]);
  });

  it("withhold all four dimensions of a one-line answer", () => {
    const facts = makeFacts({ speechS: 5, words: 12 });
    for (const dimension of DIMENSIONS) expect(codes(facts, dimension)).toEqual(["too_short", "too_few_words"]);
  });
});

describe("the cautions of a scored dimension", () => {
  it.each<[string, Partial<ConfidenceFacts>, Dimension[]]>([
    ["noisy", { snrDb: 12 }, all],
    ["noisy", { snrDb: 15 }, []],
    ["no_transcript", { ...WORDLESS, withoutWords: "no_transcript" }, ["clarity", "composure"]],
    ["poor_recognition", { ...WORDLESS, withoutWords: "poor_recognition" }, ["clarity", "composure"]],
    ["language_not_calibrated", { languageCalibrated: false }, ["communication", "clarity", "composure"]],
  ])("%s on %j stands with %j", (code, change, expected) => {
    const facts = makeFacts(change);
    const found = DIMENSIONS.filter((dimension) =>
      cautions({ dimension, facts, limits }).some((reason) => reason.code === code),
    );
    expect(found).toEqual(expected);
  });
});

describe("the texts", () => {
  it.each<[Partial<ConfidenceFacts>, Dimension, string, string | null]>([
    [{ words: 42 }, "empathy_signal", "42 words were said; 80 are needed.", "longer_answer"],
    [{ words: 1 }, "clarity", "1 word was said; 40 are needed.", "longer_answer"],
    [{ speechS: 29.97 }, "composure", "29.9 s of speech were heard; 30 s are needed.", "longer_answer"],
    [{ snrDb: 9.99 }, "clarity", "Speech is 9.9 dB above the background noise; 10 dB are needed.", "quieter_recording"],
    [
      { ...WORDLESS, withoutWords: "no_transcript", nuclei: 20 },
      "clarity",
      "20 syllables were heard; 57 are needed.",
      "longer_answer",
    ],
  ])("of %j for %s is: %s", (change, dimension, text, needs) => {
    expect(withholdingReasons({ dimension, facts: makeFacts(change), limits })).toContainEqual(
      expect.objectContaining({ text, needs }),
    );
  });

  it("are whole sentences for every code, with no undefined or NaN in them", () => {
    const facts = makeFacts();
    for (const code of LOW_CONFIDENCE_CODES) {
      const text = LOW_CONFIDENCE_TEXT[code].text({ dimension: "clarity", facts, limits, maxStandardError: 10 });
      expect(text).toMatch(/^[A-Z0-9].*\.$/);
      expect(text).not.toMatch(/undefined|NaN|null/);
    }
  });
});
