import { ulid } from "ulid";

/** A fresh id for one HTTP response. A client's own id is not taken over: it could not be trusted in our log. */
export function createRequestId(): string {
  return `req_${ulid()}`;
}
