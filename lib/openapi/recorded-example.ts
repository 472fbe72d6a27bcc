import { z } from "zod";

/** One real answer of the API: recorded from a run on a bundled recording (app/v1/openapi.json/examples.int.test.ts). */
export const recordedExampleSchema = z.object({
  /** "POST /v1/soft-skills-score", as in the document. */
  operation: z.string(),
  status: z.number().int(),
  name: z.string().regex(/^[a-z0-9_]+$/),
  summary: z.string(),
  body: z.unknown(),
});
export type RecordedExample = z.infer<typeof recordedExampleSchema>;

export const recordedExamplesSchema = z.array(recordedExampleSchema);

const ID = /\b([a-z]{2,5})_[0-9A-HJKMNP-TV-Z]{26}\b/g;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const SAMPLE_TIME = "2026-01-15T09:30:00.000Z";
/** The first 22 characters of a ULID; four digits that count the ids of an example make it whole. */
const SAMPLE_ULID = "01KF0G3V5T8Q2M6R9X4C7B";

/** The example with ids that are counted and one time for all, which differ from run to run. */
export function settleExample(example: RecordedExample): RecordedExample {
  const seen = new Map<string, string>();
  const settleId = (id: string, kind: string): string => {
    const settled = seen.get(id) ?? `${kind}_${SAMPLE_ULID}${String(seen.size + 1).padStart(4, "0")}`;
    seen.set(id, settled);
    return settled;
  };
  const body: unknown = JSON.parse(JSON.stringify(example.body), (_key, value: unknown) => {
    if (typeof value !== "string") return value;
    return TIME.test(value) ? SAMPLE_TIME : value.replace(ID, settleId);
  });
  return { ...example, body };
}

/** What depends on the machine and the moment: kept in the example, left out when two runs are compared. */
const OF_THE_MOMENT = ["timings_ms", "active_runs", "queue_position", "poll_after_seconds"];

/** The example as far as two runs must agree on it. */
export function comparableExample(example: RecordedExample): RecordedExample {
  const body: unknown = JSON.parse(JSON.stringify(example.body), (key, value: unknown) => {
    if (OF_THE_MOMENT.includes(key)) return undefined;
    // A run that was accepted may have begun by the time it is answered for.
    return key === "status" && value === "processing" ? "queued" : value;
  });
  return { ...settleExample(example), body: settleExample({ ...example, body }).body };
}
