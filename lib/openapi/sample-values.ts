import { type DocumentSchema, resolveSchema } from "@/lib/openapi/reference-document";

/** Values that read well where the schema only says "string". */
const SAMPLES: Readonly<Record<string, unknown>> = {
  role_benchmark: "customer_support",
  external_id: "call-7",
  name: "Support, spring",
  title: "Support agent",
  url: "https://example.com/webhooks",
  audio_url: "https://example.com/answer.mp3",
  transcript: "WEBVTT ...",
  reason: "Listened to the answer; the line was bad.",
  language: "en",
  key: "my_role",
  weights: { communication: 0.4, clarity: 0.2, composure: 0.2, empathy_signal: 0.2 },
  bar: 65,
};

/** The digits of every id in samples. */
const SAMPLE_ULID = "01KF0G3V5T8Q2M6R9X4C7B0001";

/** A JSON body with the fields that must be there (or the first one, where none must). */
export function sampleBody(schema: DocumentSchema): unknown {
  const resolved = firstOption(resolveSchema(schema));
  const properties = Object.entries(resolved.properties ?? {});
  const required = properties.filter(([name]) => resolved.required?.includes(name));
  const shown = required.length > 0 ? required : properties.slice(0, 1);
  return Object.fromEntries(shown.map(([name, field]) => [name, sampleValue(name, field)]));
}

/** One value that fits the field, as far as types, choices and id patterns go. */
export function sampleValue(name: string, schema: DocumentSchema): unknown {
  const field = firstOption(resolveSchema(schema));
  if (field.const !== undefined) return field.const;
  if (field.enum) return field.enum[0];
  if (field.default !== undefined) return field.default;
  const kind = /\^\(?(\w{2,5}?)[_|]/.exec(field.pattern ?? "")?.[1];
  if (kind !== undefined) return `${kind}_${SAMPLE_ULID}`;
  if (name in SAMPLES) return SAMPLES[name];
  if (field.items) return [sampleValue(name, field.items)];
  if (field.properties) return sampleBody(field);
  if (field.type === "integer" || field.type === "number") return Math.max(1, field.minimum ?? 1);
  if (field.type === "boolean") return true;
  if (field.type === "object") return {};
  return field.format === "date-time" ? "2026-01-15T09:30:00Z" : "...";
}

function firstOption(schema: DocumentSchema): DocumentSchema {
  const option = (schema.anyOf ?? schema.oneOf)?.[0];
  return option ? firstOption(resolveSchema(option)) : schema;
}
