import { z } from "zod";
import { UTTERANCE_FEATURES } from "@/scoring/read-speech/utterance-features";

const featureIds = UTTERANCE_FEATURES.map(({ id }) => id);
const points = z.number().min(-100).max(100);

/** Knots [x, points], x strictly rising. */
const knotsSchema = z
  .array(z.tuple([z.number(), points]))
  .min(2)
  .max(12)
  .refine((knots) => knots.every(([x], i) => i === 0 || x > (knots[i - 1]?.[0] ?? -Infinity)), "x must rise");

const termSchema = z.strictObject({
  feature: z.string().refine((id) => featureIds.includes(id), "is no feature of read sentences"),
  knots: knotsSchema,
});

/** `score = clip(base + sum of the terms' curves)`; a term whose feature is missing adds nothing, its mean being 0. */
const scaleSchema = z.strictObject({ base: points, terms: z.array(termSchema).min(1) });

export const SCALES = ["fluency", "prosody"] as const;
export type Scale = (typeof SCALES)[number];

export const readSpeechScorecardSchema = z.strictObject({
  schema: z.literal("read-speech-model@1"),
  id: z.string().regex(/^read-speech@\d+\.\d+\.\d+$/),
  card: z.string().min(1),
  /** Goodness of each sound in well-read sentences. */
  usualGoodness: z.record(
    z.string().regex(/^[A-Z]{1,5}$/),
    z.strictObject({ mean: z.number(), sd: z.number().positive() }),
  ),
  scales: z.strictObject({ fluency: scaleSchema, prosody: scaleSchema }),
});

/** Coefficients of a published or a freshly fitted model. */
export type ReadSpeechScorecard = Readonly<z.infer<typeof readSpeechScorecardSchema>>;
/** What fitting finds; a publication adds id and card. */
export type ScorecardCoefficients = Pick<ReadSpeechScorecard, "usualGoodness" | "scales">;
