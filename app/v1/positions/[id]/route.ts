/** /v1/positions/{id}: one opening. */
import { jsonBody } from "@/lib/http/body";
import { methods } from "@/lib/http/methods";
import { Reply } from "@/lib/http/reply";
import { route } from "@/lib/http/route";
import { deletePosition, updatePosition } from "@/lib/positions/mutations";
import { readPosition } from "@/lib/positions/read-position";
import { positionChangesSchema, positionParamsSchema, positionSchema } from "@/lib/positions/schema";

const changesBody = jsonBody(positionChangesSchema);
const params = positionParamsSchema;

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    ...{ summary: "Read a position", scope: "candidates:read", params, response: positionSchema },
    handler: ({ scope, params: { id } }) => readPosition(scope, id),
  }),

  PATCH: route({
    ...{ summary: "Change a position", errors: ["unknown_role_benchmark"], scope: "candidates:write", params },
    ...{ body: changesBody, response: positionSchema },
    handler: ({ body, params: { id }, ...identity }) =>
      updatePosition(identity, id, body).then(() => readPosition(identity.scope, id)),
  }),

  DELETE: route({
    ...{ summary: "Delete a position", description: "One that has answers is archived instead." },
    ...{ errors: ["conflict"], scope: "candidates:write", params },
    handler: ({ params: { id }, ...identity }) => deletePosition(identity, id).then(() => Reply.raw(204, null, {})),
  }),
});
