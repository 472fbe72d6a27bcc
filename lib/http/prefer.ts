/** How long a request waits for its result when it does not say. */
export const DEFAULT_WAIT_SECONDS = 25;
export const MAX_WAIT_SECONDS = 60;

/**
 * Seconds to wait, from the Prefer header (RFC 7240): `respond-async` alone is 0, `wait=N` is N (0-60, longer is cut),
 * nothing or nonsense is the default: a preference is never an error.
 */
export function parseWaitSeconds(prefer: string | null): number {
  const preferences = (prefer ?? "").split(/[,;]/).map((part) => part.trim().toLowerCase());
  for (const preference of preferences) {
    const match = /^wait\s*=\s*"?(\d{1,6})"?$/.exec(preference);
    if (match) return Math.min(MAX_WAIT_SECONDS, Number(match[1]));
  }
  return preferences.includes("respond-async") ? 0 : DEFAULT_WAIT_SECONDS;
}
