/** /v1/soft-skills-score/batch: up to 500 answers in one request, each accepted or refused by itself. */
import { batchBody, batchFingerprint } from "@/lib/batches/batch-body";
import { batchSchema } from "@/lib/batches/schema";
import { submitBatch } from "@/lib/batches/submit-batch";
import { methods } from "@/lib/http/methods";
import { route } from "@/lib/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: route({
    summary: "Score many answers",
    description:
      "Takes up to 500 items, each as the JSON of `POST /v1/soft-skills-score`: `audio_url`, `upload_id` or `answer_id` with its fields. Each has its own outcome: an `id` and a `status`, or `refused` with the problem, whose pointers are those of the item. Accepted items are queued in their order; recordings are fetched afterwards, and one that cannot be fetched ends as `failed`, free of charge. 202 where anything is queued, else 200.",
    scope: "score:write",
    status: 202,
    body: batchBody,
    fingerprint: batchFingerprint,
    response: batchSchema,
    handler: ({ body, requestId, ...identity }) => submitBatch(identity, body, requestId),
  }),
});
