import fc from "fast-check";
import { expect, test } from "vitest";
import { prepareUtterance } from "@/scoring/read-speech/prepared-utterance";
import { makeUtterance, type Said, type SoundSettings } from "@/scoring/read-speech/testing/make-utterance";
import { OTHER_PHONE, relativeGoodness, usualGoodness, type UsualGoodness } from "@/scoring/read-speech/usual-goodness";
import { measureFeatures, UTTERANCE_FEATURES } from "@/scoring/read-speech/utterance-features";

const NORMS: UsualGoodness = { [OTHER_PHONE]: { mean: -1, sd: 2 } };
/** usual: K 94, AE 106, T 72 = 272 ms; AH 51, V 64 = 115 ms. */
const CAT: Said = {
  word: "cat",
  phones: [
    ["K", 94],
    ["AE", 106],
    ["T", 72],
  ],
};
const OF: Said = {
  word: "of",
  phones: [
    ["AH", 51],
    ["V", 64],
  ],
};

function value(id: string, said: readonly Said[], sound: SoundSettings = {}): number | null {
  const values = measureFeatures(prepareUtterance(makeUtterance(said, sound)), NORMS);
  return values[UTTERANCE_FEATURES.findIndex((feature) => feature.id === id)] ?? null;
}

test("a sentence at the usual pace takes the usual time; twice as long is about ln 2 with the steadying .6 s", () => {
  expect(value("pace.readingTime", [CAT, OF])).toBeCloseTo(0, 9);
  expect(value("pace.readingTime", [CAT, { pauseMs: 387 }, OF])).toBeCloseTo(Math.log((774 + 600) / (387 + 600)), 9);
});

test("the longest pause is between words, in seconds; none is 0", () => {
  expect(value("pauses.longest", [{ pauseMs: 900 }, CAT, { pauseMs: 200 }, OF, { pauseMs: 450 }, CAT])).toBe(0.45);
  expect(value("pauses.longest", [CAT, OF])).toBe(0);
});

test("without a place for the text the longest pause is that between stretches of speech", () => {
  const runs = [
    { startMs: 0, endMs: 100 },
    { startMs: 700, endMs: 900 },
  ];
  const lost = { ...makeUtterance([CAT, { pauseMs: 600 }, OF], { runs }), phones: null };
  const values = measureFeatures(prepareUtterance(lost), NORMS);
  const measured = UTTERANCE_FEATURES.flatMap(({ id }, i) => (values[i] === null ? [] : [id]));
  expect(measured).toEqual(["pauses.longest", "pitch.spread", "level.slope"]);
  expect(values[UTTERANCE_FEATURES.findIndex(({ id }) => id === "pauses.longest")]).toBe(0.6);
});

test("small words of twice their usual length have ln 2; a sentence without small words has no value", () => {
  expect(
    value("rhythm.grammarWords", [
      CAT,
      {
        word: "of",
        phones: [
          ["AH", 102],
          ["V", 128],
        ],
      },
    ]),
  ).toBeCloseTo(Math.log(2), 9);
  expect(value("rhythm.grammarWords", [CAT])).toBeNull();
});

test("the longest-held sound is found by ratio, not by length", () => {
  expect(
    value("rhythm.longestSound", [
      CAT,
      {
        word: "of",
        phones: [
          ["AH", 153],
          ["V", 64],
        ],
      },
    ]),
  ).toBeCloseTo(Math.log(3), 9);
});

test("sound that the text does not explain lowers the fit, by its length", () => {
  const wrong = (ms: number): Said => ({
    word: "cat",
    phones: [
      ["K", 94],
      ["AE", ms, -4],
      ["T", 72],
    ],
  });
  const [none, short, long] = [CAT, wrong(100), wrong(300)].map((said) => value("fit.unexplainedSound", [said]) ?? NaN);
  expect(none).toBeCloseTo(0, 9);
  expect(short).toBeCloseTo(-40 / 127.2, 9);
  expect(long).toBeCloseTo(-120 / 127.2, 9);
});

test("the poorest sounds are counted in standard deviations from the usual", () => {
  const bad: Said = {
    word: "cat",
    phones: [
      ["K", 94, -1],
      ["AE", 106, -1],
      ["T", 72, -1],
    ],
  };
  expect(value("sounds.poorest", [bad])).toBeCloseTo(0, 9);
  expect(value("sounds.poorest", [CAT])).toBeCloseTo(0.5, 9);
});

test("a glide over an octave from a steady voice spans 80 % of it", () => {
  const said: Said[] = [
    {
      word: "cat",
      phones: [
        ["K", 500],
        ["AE", 1000],
        ["T", 500],
      ],
    },
  ];
  const f0HzAt = (ms: number): number => 150 * 2 ** (ms / 2000);
  expect(value("pitch.spread", said, { f0HzAt })).toBeCloseTo(0.8 * 12, 0);
  expect(value("pitch.spread", said, { f0HzAt: () => NaN })).toBeNull();
});

test("a level that falls by 6 dB a second has slope -6", () => {
  const said: Said[] = [
    {
      word: "cat",
      phones: [
        ["K", 500],
        ["AE", 1000],
        ["T", 500],
      ],
    },
  ];
  expect(value("level.slope", said, { energyDbAt: (ms) => -20 - (6 * ms) / 1000 })).toBeCloseTo(-6, 3);
  expect(value("level.slope", said, { runs: [] })).toBeNull();
});

test("norms are kept for sounds that were heard often; the others share one", () => {
  const often = makeUtterance([
    { word: "cat", phones: Array.from({ length: 30 }, (_, i) => ["AE", 100, i % 2 ? -1 : -3] as const) },
  ]);
  const rare = makeUtterance([{ word: "of", phones: [["V", 100, 5]] }]);
  const sentences = [often, rare].flatMap((utterance) => prepareUtterance(utterance).sentence ?? []);
  const norms = usualGoodness(sentences);
  expect(Object.keys(norms)).toEqual(["AE", OTHER_PHONE]);
  expect(norms.AE).toEqual({ mean: -2, sd: 1 });
  const v = sentences[1]?.phones[0];
  expect(v && relativeGoodness(v, norms)).toBeGreaterThan(1);
});

const phone = fc.tuple(
  fc.constantFrom("AA", "IY", "T", "S", "ZZ"),
  fc.integer({ min: 10, max: 4000 }),
  fc.double({ min: -900, max: 0, noNaN: true }),
);
const said = fc.array(
  fc.oneof(
    fc.record({ word: fc.constantFrom("a", "the", "house", "''"), phones: fc.array(phone, { maxLength: 4 }) }),
    fc.record({ pauseMs: fc.integer({ min: 0, max: 5000 }) }),
  ),
  { maxLength: 6 },
);
const levels = fc.constantFrom(-120, -20, 0);
const pitches = fc.constantFrom(NaN, 75, 200, 600);

test("property: every value is a finite number or null, whatever was said", () => {
  fc.assert(
    fc.property(said, levels, pitches, (parts, db, hz) => {
      const sound = { energyDbAt: (ms: number) => db + (ms % 7), f0HzAt: () => hz };
      const values = measureFeatures(prepareUtterance(makeUtterance(parts, sound)), NORMS);
      for (const one of values) expect(one === null || Number.isFinite(one)).toBe(true);
    }),
  );
});
