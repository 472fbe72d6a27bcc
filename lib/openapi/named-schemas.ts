import { z } from "zod";
import { fixtureAnswerSchema, rescoreBodySchema, uploadAnswerSchema, urlAnswerSchema } from "@/lib/answers/schema";
import { softSkillsScoreSchema, unscoredAssessmentSchema } from "@/lib/assessments/schema";
import { transcriptSchema } from "@/lib/assessments/transcript-reply";
import {
  deliverySchema,
  deliveryWithLogSchema,
  endpointSchema,
  endpointWithSecretSchema,
  webhookEventSchema,
} from "@/lib/webhooks/schema";

/** Names that the schema itself does not give. */
const GIVEN: readonly (readonly [string, z.ZodType])[] = [
  ["soft_skills_score", softSkillsScoreSchema],
  ["soft_skills_run", unscoredAssessmentSchema],
  ["transcript", transcriptSchema],
  ["answer_by_audio_url", urlAnswerSchema],
  ["answer_by_upload_id", uploadAnswerSchema],
  ["answer_by_answer_id", rescoreBodySchema],
  ["answer_by_fixture", fixtureAnswerSchema],
  ["webhook_event", webhookEventSchema],
  ["webhook_endpoint", endpointSchema],
  ["webhook_endpoint_with_secret", endpointWithSecretSchema],
  ["webhook_delivery", deliverySchema],
  ["webhook_delivery_with_log", deliveryWithLogSchema],
];

/**
 * The schemas that stand once under `components`: every object that says what it is in a field `object`. Of two that
 * say the same, the one with more fields is named after what it has more.
 */
export function nameSchemas(responses: readonly z.ZodType[]): Record<string, z.ZodType> {
  const names = new Map<string, z.ZodType>(GIVEN);
  const seen = new Set<unknown>(names.values());
  for (const schema of responses) {
    for (const object of objectsIn(schema, new Set())) {
      const kind = kindOf(object);
      if (kind === null || seen.has(object)) continue;
      seen.add(object);
      names.set(freeName(names, kind, object), object);
    }
  }
  return Object.fromEntries(names);
}

function freeName(names: ReadonlyMap<string, z.ZodType>, kind: string, object: z.ZodObject): string {
  const first = names.get(kind);
  if (!first) return kind;
  const known = first instanceof z.ZodObject ? Object.keys(first.shape) : [];
  const more = Object.keys(object.shape).filter((field) => !known.includes(field));
  const name = more.length > 0 ? `${kind}_with_${more[0]}` : `${kind}_brief`;
  return names.has(name) ? `${name}_${names.size}` : name;
}

function kindOf(object: z.ZodObject): string | null {
  const field: unknown = object.shape["object"];
  if (!(field instanceof z.ZodLiteral)) return null;
  const [value] = field.values;
  return typeof value === "string" && value !== "list" ? value : null;
}

function objectsIn(schema: unknown, visited: Set<unknown>): readonly z.ZodObject[] {
  if (visited.has(schema)) return [];
  visited.add(schema);
  const within = (inner: unknown) => objectsIn(inner, visited);
  if (schema instanceof z.ZodObject) return [schema, ...Object.values(schema.shape).flatMap(within)];
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(within);
  if (schema instanceof z.ZodArray) return within(schema.element);
  if (schema instanceof z.ZodReadonly || schema instanceof z.ZodNullable || schema instanceof z.ZodOptional) {
    return within(schema.unwrap());
  }
  return [];
}
