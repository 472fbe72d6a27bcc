/** /v1/candidates: the people whose answers are scored. */
import { createCandidate } from "@/lib/candidates/mutations";
import { createdCandidate, readCandidatePage } from "@/lib/candidates/read-candidate";
import {
  candidatePageSchema,
  candidateSchema,
  listCandidatesQuerySchema,
  newCandidateSchema,
} from "@/lib/candidates/schema";
import { jsonBody } from "@/lib/http/body";
import { methods } from "@/lib/http/methods";
import { toPageRequest } from "@/lib/http/page";
import { route } from "@/lib/http/route";

const newCandidateBody = jsonBody(newCandidateSchema);

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "List candidates",
    scope: "candidates:read",
    query: listCandidatesQuerySchema,
    response: candidatePageSchema,
    handler: ({ scope, query }) => readCandidatePage(scope, { ...toPageRequest(query), externalId: query.external_id }),
  }),

  POST: route({
    summary: "Create a candidate",
    description: "Answers that name a candidate create them too.",
    errors: ["conflict"],
    scope: "candidates:write",
    status: 201,
    body: newCandidateBody,
    response: candidateSchema,
    resume: ({ scope }, id) => createdCandidate(scope, id),
    handler: async ({ body, ...identity }) => createdCandidate(identity.scope, await createCandidate(identity, body)),
  }),
});
