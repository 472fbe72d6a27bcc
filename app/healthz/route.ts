/** Liveness: the process answers. It asks nobody else, so that a slow database does not get it restarted. */
export const dynamic = "force-dynamic";

export function GET(): Response {
  return Response.json({ status: "ok" }, { headers: { "Cache-Control": "no-store" } });
}
