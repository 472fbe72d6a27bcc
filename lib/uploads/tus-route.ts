import { environment } from "@/lib/config/environment";
import { EarshotError } from "@/lib/errors/error-codes";
import { problemResponse } from "@/lib/http/problem";
import { createRequestId } from "@/lib/http/request-id";
import type { RouteHandler } from "@/lib/http/route";
import { CHECKSUM_ALGORITHMS, TUS_EXTENSIONS, TUS_VERSION } from "@/lib/uploads/constants";

/** A route as tus 1.0 wants it: both sides name the version, and another one is refused before anything is done. */
export function tusRoute(handler: RouteHandler): RouteHandler {
  const handle: RouteHandler = async (request, context) => {
    const version = request.headers.get("Tus-Resumable");
    if (version !== TUS_VERSION) return refuseVersion(version);
    const response = await handler(request, context);
    response.headers.set("Tus-Resumable", TUS_VERSION);
    return response;
  };
  return Object.assign(handle, handler.facts && { facts: handler.facts });
}

function refuseVersion(version: string | null): Response {
  const sent = version === null ? "is missing" : "names another version";
  const detail = `The header Tus-Resumable ${sent}. This server speaks ${TUS_VERSION}.`;
  const headers = { "Tus-Version": TUS_VERSION, "Tus-Resumable": TUS_VERSION };
  return problemResponse(new EarshotError("unsupported_upload_version", detail), createRequestId(), headers);
}

/** OPTIONS: what this server can do. Needs no key: it says nothing about anybody. */
export const tusOptions: RouteHandler = async () =>
  new Response(null, {
    status: 204,
    headers: {
      "Tus-Resumable": TUS_VERSION,
      "Tus-Version": TUS_VERSION,
      "Tus-Extension": TUS_EXTENSIONS.join(","),
      "Tus-Max-Size": String(environment().MEDIA_MAX_BYTES),
      "Tus-Checksum-Algorithm": CHECKSUM_ALGORITHMS.join(","),
    },
  });
