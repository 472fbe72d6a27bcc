import fc from "fast-check";
import { expect, test } from "vitest";
import { crossValidateReadSpeech } from "@/scoring/read-speech/cross-validate-read-speech";
import { fitReadSpeech, type RatedUtterance } from "@/scoring/read-speech/fit-read-speech";
import { prepareUtterance } from "@/scoring/read-speech/prepared-utterance";
import { scorePrepared, scoreReadSpeech } from "@/scoring/read-speech/score-read-speech";
import { makeUtterance, type Said } from "@/scoring/read-speech/testing/make-utterance";
import { UTTERANCE_FEATURES } from "@/scoring/read-speech/utterance-features";

/** Two words, a pause between them and slow or quick sounds. */
function sentence(pauseMs: number, stretch: number): Said[] {
  return [
    {
      word: "cat",
      phones: [
        ["K", Math.round(94 * stretch)],
        ["AE", Math.round(106 * stretch), -stretch],
        ["T", 72],
      ],
    },
    { pauseMs },
    {
      word: "of",
      phones: [
        ["AH", Math.round(51 * stretch)],
        ["V", 64],
      ],
    },
  ];
}

/** Made-up ratings: pauses cost fluency, slowness costs both. */
const RATED: (RatedUtterance & { speaker: string })[] = Array.from({ length: 60 }, (_, i) => {
  const pauseMs = (i % 6) * 200;
  const stretch = 1 + (i % 5) / 4;
  return {
    speaker: `s${i % 12}`,
    utterance: prepareUtterance(
      makeUtterance(sentence(pauseMs, stretch), { f0HzAt: (ms) => 200 + ((ms * (1 + (i % 4))) % 90) }),
    ),
    fluency: 90 - pauseMs / 40 - 10 * (stretch - 1),
    prosody: 85 - 20 * (stretch - 1),
  };
});
const MODEL = fitReadSpeech(RATED);

test("a fit on made-up ratings finds them again", () => {
  for (const { utterance, fluency, prosody } of RATED) {
    const score = scorePrepared(utterance, MODEL);
    expect(Math.abs(score.fluency - fluency)).toBeLessThan(4);
    expect(Math.abs(score.prosody - prosody)).toBeLessThan(4);
  }
});

test("every fitted curve runs in the direction that its feature states", () => {
  for (const { terms } of Object.values(MODEL.scales)) {
    for (const { feature, knots } of terms) {
      const shape = UTTERANCE_FEATURES.find(({ id }) => id === feature)?.shape;
      const rises = knots.slice(1).map(([, y], i) => y - (knots[i]?.[1] ?? 0));
      expect(
        rises.every((rise) => (shape === "rising" ? rise >= 0 : rise <= 0)),
        feature,
      ).toBe(true);
    }
  }
});

test("the same ratings give the same model, byte for byte", () => {
  expect(JSON.stringify(fitReadSpeech(RATED))).toBe(JSON.stringify(MODEL));
});

test("a sentence that the text does not fit is scored all the same", () => {
  const lost = { ...makeUtterance(sentence(200, 1)), phones: null };
  const { fluency, prosody } = scoreReadSpeech(lost, MODEL);
  expect(Math.abs(fluency - MODEL.scales.fluency.base)).toBeLessThan(20);
  expect(Math.abs(prosody - MODEL.scales.prosody.base)).toBeLessThan(20);
});

test("property: scores stay in 0..100, and a longer pause never raises them", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 9000 }),
      fc.integer({ min: 0, max: 9000 }),
      fc.integer({ min: 1, max: 30 }),
      (pause, more, stretch) => {
        const before = scoreReadSpeech(makeUtterance(sentence(pause, stretch)), MODEL);
        const after = scoreReadSpeech(makeUtterance(sentence(pause + more, stretch)), MODEL);
        for (const scale of ["fluency", "prosody"] as const) {
          expect(before[scale]).toBeGreaterThanOrEqual(0);
          expect(before[scale]).toBeLessThanOrEqual(100);
          expect(after[scale]).toBeLessThanOrEqual(before[scale] + 1e-9);
        }
      },
    ),
    { numRuns: 50 },
  );
});

test("cross-validated scores come from models that never heard the speaker", () => {
  // One speaker was rated 0 throughout: a model that had heard them would know.
  const rated = RATED.map((one) => (one.speaker === "s0" ? { ...one, fluency: 0, prosody: 0 } : one));
  const scores = crossValidateReadSpeech(rated, { repeats: 1 });
  const unheard = scores.filter((_, row) => rated[row]?.speaker === "s0");
  expect(unheard.length).toBe(5);
  for (const { fluency } of unheard) expect(fluency).toBeGreaterThan(50);
});

test("a feature that no sentence has is named", () => {
  const silent = RATED.map((one) => ({ ...one, utterance: { ...one.utterance, sentence: null } }));
  expect(() => fitReadSpeech(silent)).toThrow("fit.unexplainedSound");
});
