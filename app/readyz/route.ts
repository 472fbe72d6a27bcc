/** Readiness: whether this process can do its work now. */
import { checkReadiness } from "@/lib/health/check-readiness";
import { EarshotError } from "@/lib/errors/error-codes";
import { problemResponse } from "@/lib/http/problem";
import { createRequestId } from "@/lib/http/request-id";

export const dynamic = "force-dynamic";

export async function GET(): Promise<Response> {
  const missing = await checkReadiness();
  if (missing.length === 0) return Response.json({ status: "ready" }, { headers: { "Cache-Control": "no-store" } });
  const detail = `Not ready: ${missing.join("; ")}.`;
  return problemResponse(new EarshotError("unavailable", detail), createRequestId(), { "Retry-After": "2" });
}
