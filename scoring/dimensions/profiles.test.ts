import { describe, expect, it } from "vitest";
import { DIMENSIONS } from "@/scoring/dimensions/dimension-result";
import { scoreDimension } from "@/scoring/dimensions/score-dimension";
import { makeMeasuredAnswer, makeTable } from "@/scoring/dimensions/testing/make-measured-answer";
import { FEATURES } from "@/scoring/features/feature-registry";
import { measured } from "@/scoring/features/measurement";
import { findModel, MODEL_IDS } from "@/scoring/models/model-catalogue";
import type { SoftSkillsModel } from "@/scoring/models/model-schema";

/** Invented deliveries behind the sanity figures of scoring-science 4.4, by feature symbol. */
const MEDIAN = {
  ...{ STR: 0.5, REL: 0.5, WPM: 149, CONTENT_WORDS: 220, FILL: 5.5, CONN100: 2.34, MTLD: 62, F0R80: 5, REP100: 0.48 },
  ...{ ESD: 7, MCP100: 3.4, SIL: 0.23, AR: 5.1, BMARK: 0.42, BPAUSE_MED: 0.6, MLR_W: 7.6, CLAUSE_W: 9, VAGUE100: 1.1 },
  ...{ BIGREP: 0.0675, TAIL_DB: -5, AR_CV: 0.22, LP_MIN: 0.9, DIS_DRIFT: 0, E_DRIFT_SD: 2, HEDGE100: 1.73 },
  ...{ F0_DRIFT: 1, OTHER_RATIO: 0.25, E_OFFER: 1, E_ASK: 1, E_PERSP: 1 },
};
const GOOD = {
  ...{ STR: 0.7, REL: 0.65, WPM: 160, CONTENT_WORDS: 280, FILL: 2.5, CONN100: 3, MTLD: 66, F0R80: 5.8, REP100: 0.35 },
  ...{ ESD: 7.5, MCP100: 1.8, SIL: 0.2, AR: 4.9, BMARK: 0.5, BPAUSE_MED: 0.65, MLR_W: 9, CLAUSE_W: 9, VAGUE100: 0.5 },
  ...{ BIGREP: 0.06, TAIL_DB: -4.5, AR_CV: 0.2, LP_MIN: 0.5, DIS_DRIFT: -0.5, E_DRIFT_SD: 1.8, HEDGE100: 1.3 },
  ...{
    F0_DRIFT: 0.8,
    OTHER_RATIO: 0.35,
    E_ACK: 1,
    E_OFFER: 3,
    E_ASK: 1,
    E_PERSP: 1,
    E_SORRY: 1,
    E_FEEL: 1,
    E_THANK: 1,
  },
};
const WEAK = {
  ...{
    STR: 0.2,
    REL: 0.3,
    WPM: 95,
    CONTENT_WORDS: 60,
    FILL: 9,
    CONN100: 1.2,
    MTLD: 38,
    F0R80: 3.5,
    REP100: 3,
    ESD: 5.5,
  },
  ...{
    MCP100: 9.5,
    SIL: 0.6,
    AR: 3.1,
    BMARK: 0.18,
    BPAUSE_MED: 1.1,
    MLR_W: 3.7,
    CLAUSE_W: 15,
    VAGUE100: 2.2,
    BIGREP: 0.11,
  },
  ...{ TAIL_DB: -7, AR_CV: 0.39, LP_MIN: 2.7, DIS_DRIFT: 4, E_DRIFT_SD: 3.5, HEDGE100: 3.2, F0_DRIFT: 2 },
  ...{ OTHER_RATIO: 0.1 },
};
/** The same deliveries as they sound without words. */
const MEDIAN_SOUND = { SP_MIN: 20, MPD: 0.7, RUN_SYL: 11.4, FILL_SYL: 4, WPM_EQ: 149, AR_NUCLEI: 5.1 };
const WEAK_SOUND = { SP_MIN: 33, MPD: 1.1, RUN_SYL: 5.7, FILL_SYL: 7.5, WPM_EQ: 95, AR_NUCLEI: 3.1 };

function scores(
  model: SoftSkillsModel,
  profile: Readonly<Record<string, number>>,
  withoutWords = false,
): (number | null)[] {
  const values = FEATURES.map(({ id, symbol }) => {
    const value = profile[symbol] ?? (symbol.startsWith("E_") ? 0 : undefined);
    return value === undefined ? [] : [[id, measured(value)] as const];
  });
  const facts = withoutWords ? ({ withoutWords: "no_transcript", words: null, relevance: null } as const) : {};
  const answer = makeMeasuredAnswer(makeTable(Object.fromEntries(values.flat())), [], facts);
  return DIMENSIONS.map((dimension) => {
    const result = scoreDimension(model, dimension, "standard", answer);
    return result.kind === "scored" ? result.score : null;
  });
}

function expectWithin(found: (number | null)[], expected: number[], points: number): void {
  expect(found).toHaveLength(expected.length);
  for (const [i, score] of found.entries()) {
    expect(Math.abs((score ?? NaN) - (expected[i] ?? NaN)), `${found} against ${expected}`).toBeLessThanOrEqual(points);
  }
}

describe.each(MODEL_IDS)("the published sanity profiles, by %s", (id) => {
  const model = findModel(id);
  if (model === null) throw new Error(`${id} is not in the catalogue`);

  it("puts a median native delivery near 72 / 75 / 76 / 58", () => {
    expectWithin(scores(model, MEDIAN), [72, 75, 76, 58], 4);
  });

  it("puts a good delivery near 88 / 90 / 85 / 83", () => expectWithin(scores(model, GOOD), [88, 90, 85, 83], 4));

  it("puts a weak delivery near 31 / 25 / 29 / 31", () => expectWithin(scores(model, WEAK), [31, 25, 29, 31], 4));

  it("judges the same delivery without words about as with them", () => {
    const [, clarity, composure] = scores(model, { ...MEDIAN, ...MEDIAN_SOUND }, true);
    expectWithin([clarity ?? null, composure ?? null], [75, 76], 4);
    const [, weakClarity, weakComposure] = scores(model, { ...WEAK, ...WEAK_SOUND }, true);
    expectWithin([weakClarity ?? null, weakComposure ?? null], [25, 29], 6);
  });
});
