import { expect, it } from "vitest";
import { viewWrittenAnswer } from "@/lib/evaluation/written-answer";
import { extractFeatures } from "@/scoring/features/extract-features";

const valueOf = (text: string, durationMs: number, feature: string): unknown => {
  const measurement = extractFeatures(viewWrittenAnswer([{ text, durationMs }]), [feature]).get(feature);
  return measurement?.kind === "measured" ? measurement.value : measurement?.reason;
};
const TEN_WORDS = "we found a lake behind some hills near her village.";

it("words a minute are the words over the given time", () => {
  expect(valueOf(TEN_WORDS, 6_000, "pace.wordsPerMinute")).toBeCloseTo(100, 9);
  const twoStretches = viewWrittenAnswer([
    { text: TEN_WORDS, durationMs: 6_000 },
    { text: TEN_WORDS, durationMs: 2_000 },
  ]);
  expect(extractFeatures(twoStretches, ["pace.wordsPerMinute"]).get("pace.wordsPerMinute")).toMatchObject({
    value: expect.closeTo(150, 9) as number,
  });
});

it("a text without fillers is a talk without fillers, not one of which nothing is known", () => {
  const said = `${TEN_WORDS} `.repeat(4);
  expect(valueOf(said, 20_000, "fillers.all")).toBe(0);
  expect(valueOf(`um, ${said}`, 20_000, "fillers.all")).toBeCloseTo(2.5, 9);
});

it("what needs the sound is not measured", () => {
  expect(valueOf(TEN_WORDS, 6_000, "pitch.range")).toBe("too_little_voicing");
  expect(valueOf(TEN_WORDS, 6_000, "level.variation")).toBe("too_little_speech");
});
