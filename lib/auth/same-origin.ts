const SAFE_METHODS = ["GET", "HEAD", "OPTIONS"];

/**
 * Whether a request with a session cookie comes from our own pages. Browsers send Origin with every request that can
 * change something; one without it, or from elsewhere, is not obeyed (cross-site request forgery).
 */
export function isSameOrigin(method: string, headers: Headers): boolean {
  if (SAFE_METHODS.includes(method)) return headers.get("sec-fetch-site") !== "cross-site";
  const origin = headers.get("origin");
  const host = headers.get("x-forwarded-host") ?? headers.get("host");
  if (origin === null || host === null) return false;
  try {
    return new URL(origin).host === host;
  } catch {
    return false;
  }
}
