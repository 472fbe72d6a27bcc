import { z } from "zod";
import { DIMENSIONS, SCORING_MODES } from "@/scoring/dimensions/dimension-result";

const ratio = z.number().min(0).max(1);
const points = z.number().min(-100).max(100);
const perDimension = z.strictObject({
  communication: z.number().min(0),
  clarity: z.number().min(0),
  composure: z.number().min(0),
  empathy_signal: z.number().min(0),
});

/** Where a norm comes from: S published, S* published but quoted from memory, M measured, D reasoned default. */
const normSchema = z.strictObject({
  mean: z.number(),
  sd: z.number().positive().nullable(),
  population: z.string().min(1),
  tag: z.enum(["S", "S*", "M", "D"]),
});

/** Knots [x, y], x strictly rising, y in -1..+1. */
const knotsSchema = z
  .array(z.tuple([z.number(), z.number().min(-1).max(1)]))
  .min(2)
  .refine((knots) => knots.every(([x], i) => i === 0 || x > (knots[i - 1]?.[0] ?? -Infinity)), "x must rise");

const evidenceFields = {
  /** Key of the term inside its dimension. */
  term: z.string().regex(/^[a-z][a-z_]*$/),
  /** Feature that feeds it, by registry id. */
  feature: z.string().regex(/^[A-Za-z]+\.[A-Za-z0-9]+$/),
  /** What a recruiter reads. */
  label: z.string().min(1),
  /** Why the term is there and where its shape comes from. */
  basis: z.string().min(1),
  /** Modes in which it counts; in the others it is dropped by the missing-feature rule. */
  modes: z.array(z.enum(SCORING_MODES)).min(1),
  /** Reads recognised words, so that recognition errors widen its interval. */
  text: z.boolean(),
};

export const termSchema = z.strictObject({
  ...evidenceFields,
  weight: z.number().positive().max(50),
  knots: knotsSchema,
  norm: normSchema.nullable(),
  /** `feature`: the places that the feature found. `blocks`: the 15 s blocks with the largest effect (4.6). */
  moments: z.enum(["feature", "blocks"]),
});
export type ModelTerm = Readonly<z.infer<typeof termSchema>>;

/** Counted acts: weight * (1 - exp(-count / tau)); a negative weight takes points. */
export const actSchema = z.strictObject({ ...evidenceFields, weight: points, tau: z.number().positive() });
export type ModelAct = Readonly<z.infer<typeof actSchema>>;

export const dimensionModelSchema = z.strictObject({
  base: points,
  /** Standard deviation of what the model itself does not know, points. */
  sigmaModel: z.number().positive(),
  /** exact = a + b * raw; a = 0, b = 1 until calibrated on ratings. */
  calibration: z.strictObject({ a: points, b: z.number().positive() }),
  terms: z.array(termSchema),
  acts: z.array(actSchema),
});
export type DimensionModel = Readonly<z.infer<typeof dimensionModelSchema>>;

/** Limits of scoring-science 5.1 and 5.2. */
export const confidenceSchema = z.strictObject({
  minSpeechS: perDimension,
  minWords: perDimension,
  minWordConfidence: ratio,
  /** sigma_asr = recognitionErrorPoints * max(0, fullWordConfidence - mean confidence) * share of text terms. */
  fullWordConfidence: ratio,
  recognitionErrorPoints: z.number().min(0),
  minSnrDb: z.number(),
  quietSnrDb: z.number(),
  /** Added in quadrature between minSnrDb and quietSnrDb. */
  noisySePoints: z.number().min(0),
  maxSePoints: perDimension,
  minLanguageProbability: ratio,
  maxSecondSpeakerShare: ratio,
  readingProbability: ratio,
  maxMissingShare: ratio,
  maxMissingFactor: z.number().min(1),
  /** A missing term adds |W| divided by this to the standard error, in quadrature. */
  missingSeDivisor: z.number().positive(),
  noOccasionMinActs: z.number().int().min(1),
  noOccasionMinWords: z.number().int().min(1),
  maxCopiedShare: ratio,
  minRelevanceWords: z.number().int().min(1),
  minJackknifeBlocks: z.number().int().min(2),
  /** se_samp = shortAnswerSe / sqrt(speech seconds) with fewer blocks than that. */
  shortAnswerSe: z.number().positive(),
  intervalZ: z.number().positive(),
  /** Words become syllables with it where there are no words. */
  syllablesPerWord: z.number().positive(),
});
export type ConfidenceLimits = Readonly<z.infer<typeof confidenceSchema>>;

export const softSkillsModelSchema = z.strictObject({
  schema: z.literal("soft-skills-model@1"),
  id: z.string().regex(/^soft-skills@\d+\.\d+\.\d+$/),
  card: z.string().min(1),
  /** Languages whose lists and norms were checked; scores in others are provisional. */
  calibratedLanguages: z.array(z.string()),
  dimensions: z.strictObject(
    // Object.fromEntries forgets the key names, which the list of dimensions states.
    Object.fromEntries(DIMENSIONS.map((d) => [d, dimensionModelSchema])) as Record<
      (typeof DIMENSIONS)[number],
      typeof dimensionModelSchema
    >,
  ),
  /** Used where there are no words that can be trusted (scoring-science 4.7). */
  noWords: z.strictObject({ clarity: dimensionModelSchema, composure: dimensionModelSchema }),
  confidence: confidenceSchema,
});
export type SoftSkillsModel = Readonly<z.infer<typeof softSkillsModelSchema>>;
