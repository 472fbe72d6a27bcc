/** /v1/candidates/{id}: one person; DELETE erases them with all their answers. */
import { eraseCandidate } from "@/lib/candidates/erase-candidate";
import { updateCandidate } from "@/lib/candidates/mutations";
import { readCandidate } from "@/lib/candidates/read-candidate";
import { candidateChangesSchema, candidateParamsSchema, candidateSchema } from "@/lib/candidates/schema";
import { jsonBody } from "@/lib/http/body";
import { methods } from "@/lib/http/methods";
import { Reply } from "@/lib/http/reply";
import { route } from "@/lib/http/route";
import { openStore } from "@/lib/storage/open-store";

const changesBody = jsonBody(candidateChangesSchema);
const params = candidateParamsSchema;

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    ...{ summary: "Read a candidate", scope: "candidates:read", params, response: candidateSchema },
    handler: ({ scope, params: { id } }) => readCandidate(scope, id),
  }),

  PATCH: route({
    ...{ summary: "Change a candidate", errors: ["conflict"], scope: "candidates:write", params },
    ...{ body: changesBody, response: candidateSchema },
    handler: ({ body, params: { id }, ...identity }) =>
      updateCandidate(identity, id, body).then(() => readCandidate(identity.scope, id)),
  }),

  DELETE: route({
    summary: "Erase a candidate",
    description: "With every answer: recordings, words and results. The ledger keeps its lines, without a name.",
    ...{ scope: "candidates:write", params },
    handler: ({ params: { id }, ...identity }) =>
      eraseCandidate(identity, openStore(), id).then(() => Reply.raw(204, null, {})),
  }),
});
