import { expect, test } from "vitest";
import type { LabelledUtterance } from "@/lib/evaluation/so762/read-labels";
import { readSpeechCard } from "@/lib/fitting/read-speech-card";
import { readSpeechMetrics } from "@/lib/fitting/read-speech-metrics";
import { UTTERANCE_FEATURES } from "@/scoring/read-speech/utterance-features";

/** Six made-up speakers, three of them adult, with two sentences each; experts agree but for severity. */
const ROWS: LabelledUtterance[] = Array.from({ length: 12 }, (_, i) => {
  const level = 40 + 4 * i;
  const opinions = [level - 10, level - 5, level, level + 5, level + 10];
  return {
    ...{ id: `u${i}`, speaker: `s${i % 6}`, ageYears: i % 2 ? 30 : 9, adult: i % 2 === 1, text: "a b c", file: "" },
    gender: i % 6 < 3 ? "f" : "m",
    fluency: opinions,
    prosody: opinions.map((one) => 100 - one),
  };
});
const PREDICTIONS = ROWS.map((_, i) => ({ fluency: 50 + 2 * i, prosody: 50 - 2 * i }));
const TERM = {
  feature: "pauses.longest",
  knots: [
    [0, 3],
    [1, -4.5],
  ] as [number, number][],
};
const COEFFICIENTS = {
  usualGoodness: {},
  scales: { fluency: { base: 70, terms: [TERM] }, prosody: { base: 65, terms: [TERM] } },
};

test("figures are taken over sentences and speakers, everybody and adults", () => {
  const { agreement, utterances, speakers } = readSpeechMetrics(ROWS, PREDICTIONS, []);
  expect({ utterances, speakers }).toEqual({ utterances: 12, speakers: 6 });
  expect(agreement.fluency.utterance).toMatchObject({ n: 12, r: expect.closeTo(1, 9), r_median: expect.closeTo(1, 9) });
  expect(agreement.prosody.adults_speaker).toMatchObject({ n: 3, r: expect.closeTo(1, 9) });
  // Scores rise half as fast as the experts' and stay within 12 points of them.
  expect(agreement.fluency.utterance?.align15).toBe(100);
});

test("a card says what it is, how it was made and how good it is, with every term and no hole", () => {
  const metrics = readSpeechMetrics(ROWS, PREDICTIONS, [{ feature: "pauses.longest", fluency: 0.5, prosody: null }]);
  const publication = {
    id: "read-speech@9.1.0",
    card: "read-speech-9.1.0.md",
    date: "2026-05-31",
    command: "npm run fit",
  };
  const card = readSpeechCard(publication, COEFFICIENTS, metrics);
  expect(card).toContain("# read-speech@9.1.0\n");
  expect(card).toContain("`../read-speech-9.1.0.json`");
  expect(card).toContain("Fitted on 2026-05-31 with `npm run fit` on 12 sentences of 6 speakers");
  expect(card).toContain("| fluency | sentences | 12 | 1.000 | 1.000 |");
  for (const { id } of UTTERANCE_FEATURES) expect(card).toContain(`\`${id}\``);
  expect(card).toMatch(/`pauses\.longest` \| s \| lower \| 7\.5 \| 7\.5 \|/);
  expect(card).toContain("| `pauses.longest` | 0.500 | - |");
  expect(card).not.toMatch(/NaN|undefined|null/);
});

test("without adults the card has dashes and says that the difference is not known", () => {
  const children = ROWS.map((row) => ({ ...row, adult: false }));
  const card = readSpeechCard(
    { id: "read-speech@9.1.0", card: "c.md", date: "2026-05-31", command: "x" },
    COEFFICIENTS,
    readSpeechMetrics(children, PREDICTIONS, []),
  );
  expect(card).toContain("| fluency | sentences of adults | 0 | - | - | - | - |");
  expect(card).toContain("fluency: not known; prosody: not known.");
});
