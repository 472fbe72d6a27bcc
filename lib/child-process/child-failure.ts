/** `timeout`: no answer in time, killed. `crashed`: it ended or threw. `aborted`: the caller's signal or `close()`. */
export type ChildFailureReason = "timeout" | "crashed" | "aborted";

/** Why a supervised child gave no answer. `message` is for logs: it may hold the tail of the child's stderr. */
export class ChildFailure extends Error {
  constructor(
    readonly reason: ChildFailureReason,
    message: string,
  ) {
    super(message);
    this.name = "ChildFailure";
  }
}
