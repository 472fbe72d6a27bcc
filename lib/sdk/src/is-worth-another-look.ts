import { ApiError, ConnectionError, TimeoutError } from "./api-error.js";

/** The line broke, the server was busy, or another offset is right: the server knows how much it has. */
export function isWorthAnotherLook(error: unknown): boolean {
  if (error instanceof ConnectionError || error instanceof TimeoutError) return true;
  return error instanceof ApiError && (error.status >= 500 || error.status === 429 || error.status === 409);
}
