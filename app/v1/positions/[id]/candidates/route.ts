/** /v1/positions/{id}/candidates: the people who answered for an opening, in order of their score. */
import { methods } from "@/lib/http/methods";
import { toPageRequest } from "@/lib/http/page";
import { route } from "@/lib/http/route";
import { readRankedCandidates } from "@/lib/positions/read-position";
import { positionParamsSchema, rankedCandidatePageSchema, rankedCandidatesQuerySchema } from "@/lib/positions/schema";

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    summary: "Rank a position's candidates",
    description:
      "The highest overall score first; each counts with their latest answer that has one. Equal scores share a rank, those without a score stand at the end with none. The order is a help for people, who decide.",
    scope: "candidates:read",
    query: rankedCandidatesQuerySchema,
    params: positionParamsSchema,
    response: rankedCandidatePageSchema,
    handler: ({ query, params, ...identity }) => readRankedCandidates(identity, params.id, toPageRequest(query)),
  }),
});
