import { getToken } from "next-auth/jwt";
import { z } from "zod";
import { sessionCookieName, sessionSecret } from "@/lib/auth/session-settings";

const claimsSchema = z.object({ sub: z.string(), organizationId: z.string() });

/** What the signed session cookie says; who that is now is looked up with every request. */
export interface SessionClaims {
  readonly userId: string;
  readonly organizationId: string;
}

/** The claims of a Cookie header, or null when there is no valid, unexpired session in it. */
export async function readSessionClaims(cookieHeader: string | null): Promise<SessionClaims | null> {
  if (cookieHeader === null) return null;
  // getToken() wants a whole request; cookies and headers are all that it reads of it.
  const request = { cookies: parseCookies(cookieHeader), headers: {} } as Parameters<typeof getToken>[0]["req"];
  const token = await getToken({ req: request, secret: sessionSecret(), cookieName: sessionCookieName() });
  const claims = claimsSchema.safeParse(token);
  return claims.success ? { userId: claims.data.sub, organizationId: claims.data.organizationId } : null;
}

function parseCookies(header: string): Record<string, string> {
  const cookies: Record<string, string> = {};
  for (const part of header.split(";")) {
    const [name = "", ...value] = part.split("=");
    cookies[name.trim()] = value.join("=").trim();
  }
  return cookies;
}
