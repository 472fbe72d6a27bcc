/**
 * Why something outside was not asked, or did not answer. `detail` may be shown to a client: never an address of ours,
 * never a library's words. Whoever asked turns it into an error of its own.
 */
export class OutboundRefusal extends Error {
  constructor(
    readonly reason: "not_allowed" | "unreachable",
    readonly detail: string,
  ) {
    super(detail);
    this.name = "OutboundRefusal";
  }
}

/** What broke off a request, as a client may know it. */
export function toRefusal(error: unknown): OutboundRefusal {
  if (error instanceof OutboundRefusal) return error;
  if (error instanceof Error && error.cause instanceof OutboundRefusal) return error.cause;
  const timedOut = error instanceof Error && /Timeout|Abort/.test(error.name);
  const detail = timedOut ? "The server took too long to answer." : "The server was not reached, or broke off.";
  return new OutboundRefusal("unreachable", detail);
}
