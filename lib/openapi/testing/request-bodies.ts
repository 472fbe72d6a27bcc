import { oneLineForm } from "@/lib/answers/testing/score-form";

/** A body as a client sends it. */
export interface RequestBody {
  readonly body: BodyInit;
  readonly headers: Readonly<Record<string, string>>;
}

/** Ids of one organization by their prefix: "asm" -> "asm_01J…". */
export type IdsByPrefix = Readonly<Record<string, string>>;

type MakeBody = (ids: IdsByPrefix) => RequestBody | Promise<RequestBody>;

const json =
  (make: (ids: IdsByPrefix) => unknown): MakeBody =>
  (ids) => ({ body: JSON.stringify(make(ids)), headers: { "content-type": "application/json" } });

const OFFSET_BYTES = { "content-type": "application/offset+octet-stream" };
const TUS = { "tus-resumable": "1.0.0", ...OFFSET_BYTES };
const role_benchmark = "customer_support";
const WEIGHTS = { communication: 0.25, clarity: 0.25, composure: 0.25, empathy_signal: 0.25 };

/**
 * A body that each operation takes, with every id that it may name. An operation that takes a body and is missing here
 * fails the walk: add what a client would send.
 */
export const REQUEST_BODIES: Readonly<Record<string, readonly MakeBody[]>> = {
  "POST /v1/soft-skills-score": [
    json(({ ans }) => ({ answer_id: ans, role_benchmark })),
    json(({ asm }) => ({ answer_id: asm, role_benchmark })),
    json(({ upl }) => ({ upload_id: upl, role_benchmark })),
    json(({ pos }) => ({ audio_url: "https://receiver.invalid/a.mp3", role_benchmark, position_id: pos })),
    async () => ({ body: await oneLineForm(), headers: { prefer: "respond-async" } }),
  ],
  "POST /v1/soft-skills-score/batch": [
    json(({ ans, asm, upl }) => ({
      items: [
        { answer_id: ans, role_benchmark },
        { answer_id: asm, role_benchmark },
        { upload_id: upl, role_benchmark },
      ],
    })),
  ],
  "POST /v1/role-benchmarks": [json(() => ({ key: "walked_role", name: "Walked role", weights: WEIGHTS, bar: 60 }))],
  "POST /v1/role-benchmarks/{key}/versions": [json(() => ({ bar: 61 }))],
  "POST /v1/positions": [json(() => ({ name: "Support, spring", role_benchmark }))],
  "PATCH /v1/positions/{id}": [json(() => ({ name: "Support, summer" }))],
  "POST /v1/candidates": [json(() => ({ external_id: "walked-1", name: "Walked" }))],
  "PATCH /v1/candidates/{id}": [json(() => ({ name: "Changed" }))],
  "PUT /v1/soft-skills-score/{id}/transcript": [json(() => ({ transcript: "Good morning, how can I help?" }))],
  "POST /v1/soft-skills-score/{id}/overrides": [json(() => ({ verdict: "pass", reason: "Listened to the answer." }))],
  "POST /v1/uploads": [() => ({ body: "", headers: { ...TUS, "upload-length": "4" } })],
  "PATCH /v1/uploads/{id}": [() => ({ body: "x", headers: { ...TUS, "upload-offset": "0" } })],
  "POST /v1/live-answers": [
    json(() => ({ role_benchmark })),
    json(({ pos }) => ({ role_benchmark, position_id: pos })),
  ],
  "PATCH /v1/live-answers/{id}": [() => ({ body: "x", headers: { ...OFFSET_BYTES, "upload-offset": "0" } })],
  "POST /v1/live-answers/{id}/complete": [
    () => ({ body: "{}", headers: { "content-type": "application/json", prefer: "respond-async" } }),
  ],
  "POST /v1/webhook-endpoints": [json(() => ({ url: "https://receiver.invalid/hook" }))],
  "PATCH /v1/webhook-endpoints/{id}": [json(() => ({ description: "Changed" }))],
  "POST /v1/webhook-endpoints/{id}/rotate-secret": [json(() => ({ overlap_hours: 1 }))],
};

/** Headers without which an operation is not even looked at. */
export const REQUEST_HEADERS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "HEAD /v1/uploads/{id}": { "tus-resumable": "1.0.0" },
  "DELETE /v1/uploads/{id}": { "tus-resumable": "1.0.0" },
};
