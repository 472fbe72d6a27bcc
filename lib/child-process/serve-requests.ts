import type { ChildReply, ChildRequest } from "@/lib/child-process/child-protocol";

/**
 * The child's side: answers each message from the parent with what `handle` returns. Expected failures belong in the
 * returned value. A throw means a bug: the parent hears of it and replaces this process, because its state is unknown.
 * The process ends when the parent goes away.
 */
export function serveRequests<Request, Response>(handle: (message: Request) => Promise<Response> | Response): void {
  const send = (reply: ChildReply): void => {
    process.send?.(reply);
  };
  process.on("disconnect", () => process.exit(0));
  process.on("message", (raw: ChildRequest) => {
    Promise.resolve()
      // Reason for `as`: the parent's createSupervisedChild has the same type parameter for what it sends.
      .then(() => handle(raw.message as Request))
      .then(
        (value) => send({ id: raw.id, ok: true, value }),
        (error: unknown) =>
          send({
            id: raw.id,
            ok: false,
            error: error instanceof Error ? (error.stack ?? error.message) : String(error),
          }),
      );
  });
}
