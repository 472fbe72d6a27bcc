/** /v1/positions: openings that answers belong to. */
import { jsonBody } from "@/lib/http/body";
import { methods } from "@/lib/http/methods";
import { toPageRequest } from "@/lib/http/page";
import { route } from "@/lib/http/route";
import { createPosition } from "@/lib/positions/mutations";
import { createdPosition, readPositionPage } from "@/lib/positions/read-position";
import {
  listPositionsQuerySchema,
  newPositionSchema,
  positionPageSchema,
  positionSchema,
} from "@/lib/positions/schema";

const newPositionBody = jsonBody(newPositionSchema);

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    ...{ summary: "List positions", scope: "candidates:read" },
    ...{ query: listPositionsQuerySchema, response: positionPageSchema },
    handler: ({ scope, query: { external_id: externalId, archived, ...page } }) =>
      readPositionPage(scope, { ...toPageRequest(page), externalId, archived: archived && archived === "true" }),
  }),

  POST: route({
    ...{ summary: "Create a position", errors: ["unknown_role_benchmark"], scope: "candidates:write", status: 201 },
    ...{ body: newPositionBody, response: positionSchema },
    resume: ({ scope }, id) => createdPosition(scope, id),
    handler: async ({ body, ...identity }) => createdPosition(identity.scope, await createPosition(identity, body)),
  }),
});
