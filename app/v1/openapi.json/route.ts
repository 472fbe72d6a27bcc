/** /v1/openapi.json: the API's own description, for everybody. */
import { createHash } from "node:crypto";
import document from "@/docs/openapi.json";
import { methods } from "@/lib/http/methods";

const TEXT = JSON.stringify(document);
const ETAG = `"${createHash("sha256").update(TEXT).digest("base64url").slice(0, 22)}"`;
/** It changes with a release alone; browsers of other sites may read it. */
const HEADERS = { "Cache-Control": "public, max-age=3600", ETag: ETAG, "Access-Control-Allow-Origin": "*" };

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: async (request) => {
    if (request.headers.get("if-none-match") === ETAG) return new Response(null, { status: 304, headers: HEADERS });
    return new Response(TEXT, { headers: { ...HEADERS, "Content-Type": "application/json" } });
  },
});
