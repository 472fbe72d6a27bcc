import type { Dimension } from "@/scoring/dimensions/dimension-result";
import { shareAt } from "@/scoring/dimensions/contribution";
import type { RefitLimits } from "@/scoring/fitting/refit-weights";
import { findModel } from "@/scoring/models/model-catalogue";
import type { DimensionModel, ModelTerm, SoftSkillsModel } from "@/scoring/models/model-schema";

/** The published model whose weights the fit starts from. */
export const PUBLISHED_MODEL_ID = "soft-skills@0.1.0";
const BOTH_MODES: ModelTerm["modes"] = ["standard", "wording_only"];

const longPauses = (weight: number): ModelTerm => ({
  term: "long_pauses",
  feature: "pauses.longPerMinute",
  label: "Long pauses",
  weight,
  knots: [
    [0, 1],
    [0.5, 0.6],
    [1, 0.2],
    [2, -0.3],
    [4, -1],
  ],
  norm: { mean: 1, sd: null, population: "design value", tag: "D" },
  basis: "M longest pause rho=-.30 with Overall; S dir (Suzuki 2021: pause duration .46); knots as in composure",
  modes: BOTH_MODES,
  text: false,
  moments: "feature",
});

/**
 * Terms that research backs and the published model lacks in these dimensions, with the weights that they were given before
 * any fit. They were added because the mock interviews agree better with them: on those people no figure with them is unseen
 * (see the model's card).
 */
export const ADDED_TERMS: Readonly<Partial<Record<Dimension, readonly ModelTerm[]>>> = {
  communication: [
    {
      term: "speech_share",
      feature: "pauses.silentShare",
      label: "Share of time in silence",
      weight: 6,
      knots: [
        [0.05, 0.7],
        [0.15, 1],
        [0.3, 0.85],
        [0.4, 0.2],
        [0.5, -0.4],
        [0.65, -1],
      ],
      norm: { mean: 0.3, sd: null, population: "native monologues, phonation time ratio about .7", tag: "S*" },
      basis:
        "S dir (Naim: fewer breaks; phonation time ratio, Kormos & Dénes 2004), M voice breaks rho=-.41 with Overall, D knots, flat up to .3 so that fluent second-language speakers are not punished",
      modes: BOTH_MODES,
      text: false,
      moments: "feature",
    },
    longPauses(4),
  ],
  clarity: [
    longPauses(5),
    {
      term: "lexical_range",
      feature: "vocabulary.mtld",
      label: "Variety of words",
      weight: 4,
      knots: [
        [20, -1],
        [35, -0.4],
        [50, 0],
        [62, 0.4],
        [80, 1],
      ],
      norm: { mean: 62, sd: 12, population: "native students' mock interviews, n = 138", tag: "M" },
      basis:
        "S dir (comprehensibility is tied to lexis: Trofimovich & Isaacs 2012, Saito 2017), knots as in communication",
      modes: BOTH_MODES,
      text: true,
      moments: "blocks",
    },
  ],
};

/** The same for answers without words (scoring-science 4.7). */
const ADDED_WITHOUT_WORDS: readonly ModelTerm[] = [longPauses(6)];

/** What a fit to few people may do to a weight, and the strengths of ridge that it chooses from by cross-validation. */
export const SOFT_SKILLS_LIMITS: Omit<RefitLimits, "ridge"> = {
  least: 0.5,
  most: 2,
  // Loudness and pitch differ between men and women; variety of words differs with the language one grew up in.
  caps: { "level.variation": 2, "pitch.range": 3, "vocabulary.mtld": 3 },
};
export const SOFT_SKILLS_RIDGES: readonly number[] = [0.03, 0.1, 0.3, 1, Infinity];

/** The model that the fit starts from, as published. */
export function publishedSoftSkills(): SoftSkillsModel {
  const published = findModel(PUBLISHED_MODEL_ID);
  if (published === null) throw new RangeError(`${PUBLISHED_MODEL_ID} is not in the catalogue`);
  return published;
}

/**
 * What a median native delivery with average content gets from the published model (scoring-science 4.4): added terms leave
 * it there.
 */
const MEDIAN_SCORES = { communication: 72, clarity: 75, clarityWithoutWords: 75 } as const;

/** The published weights with the added terms: where a refit starts, and what it falls back to. */
export function softSkillsPrior(): SoftSkillsModel {
  const published = publishedSoftSkills();
  const { communication, clarity, composure, empathy_signal } = published.dimensions;
  const { noWords } = published;
  return {
    ...published,
    dimensions: {
      communication: withTerms(communication, ADDED_TERMS.communication, MEDIAN_SCORES.communication),
      clarity: withTerms(clarity, ADDED_TERMS.clarity, MEDIAN_SCORES.clarity),
      composure,
      empathy_signal,
    },
    noWords: {
      ...noWords,
      clarity: withTerms(noWords.clarity, ADDED_WITHOUT_WORDS, MEDIAN_SCORES.clarityWithoutWords),
    },
  };
}

/**
 * Adds terms and makes all weights smaller by one factor, so that their sum, and with it the spread of scores, stays; the
 * base is set so that the median delivery, with the added terms at their norms, keeps its score.
 */
function withTerms(
  dimension: DimensionModel,
  added: readonly ModelTerm[] | undefined,
  medianScore: number,
): DimensionModel {
  if (added === undefined) return dimension;
  const before = sumOfWeights(dimension.terms);
  const factor = before / (before + sumOfWeights(added));
  const atNorm = added.reduce(
    (sum, term) => sum + term.weight * (term.norm === null ? 0 : shareAt(term, term.norm.mean)),
    0,
  );
  return {
    ...dimension,
    base: medianScore - factor * (medianScore - dimension.base + atNorm),
    terms: [...dimension.terms, ...added].map((term) => ({ ...term, weight: factor * term.weight })),
  };
}

function sumOfWeights(terms: readonly ModelTerm[]): number {
  return terms.reduce((sum, { weight }) => sum + weight, 0);
}
