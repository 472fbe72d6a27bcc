import { authenticateApiKey } from "@/lib/auth/authenticate-api-key";
import { findMember } from "@/lib/auth/find-member";
import type { Identity } from "@/lib/auth/identity";
import { environment } from "@/lib/config/environment";
import { clientAddress } from "@/lib/auth/ip-allow-list";
import { isSameOrigin } from "@/lib/auth/same-origin";
import { type Scope, scopesOfRole } from "@/lib/auth/scopes";
import { readSessionClaims } from "@/lib/auth/session-claims";
import { EarshotError } from "@/lib/errors/error-codes";

const UNAUTHORIZED = new EarshotError(
  "unauthorized",
  "Send a valid API key as `Authorization: Bearer es_...` or `X-API-Key: es_...`, or sign in.",
);

/**
 * Who is asking: by API key where one is sent, else by the dashboard's session.
 *
 * @throws EarshotError `unauthorized` (without saying which part was wrong), `forbidden` (missing scope, foreign origin)
 */
export async function authenticate(request: Request, needed: Scope): Promise<Identity> {
  const key = presentedKey(request.headers);
  const identity =
    key === null
      ? await authenticateSession(request)
      : await authenticateApiKey(key, clientAddress(request.headers, environment().TRUSTED_PROXIES));
  if (!identity) throw UNAUTHORIZED;
  if (!identity.scopes.includes(needed)) {
    throw new EarshotError("forbidden", `This needs the scope ${needed}, which these credentials do not have.`);
  }
  return identity;
}

/** The key of either header; null when neither is there. Two different keys are no key. */
function presentedKey(headers: Headers): string | null {
  const authorization = headers.get("authorization");
  const bearer = authorization === null ? null : (/^Bearer +(\S+)$/i.exec(authorization)?.[1] ?? "");
  const plain = headers.get("x-api-key");
  if (bearer !== null && plain !== null && bearer !== plain) return "";
  return bearer ?? plain;
}

async function authenticateSession(request: Request): Promise<Identity | null> {
  const claims = await readSessionClaims(request.headers.get("cookie"));
  if (!claims) return null;
  if (!isSameOrigin(request.method, request.headers)) {
    throw new EarshotError("forbidden", "A session may be used from this site's own pages only. Use an API key.");
  }
  const member = await findMember(claims);
  return (
    member && {
      scope: member.scope,
      actor: { type: "user", id: member.userId },
      livemode: true,
      scopes: scopesOfRole(member.role),
    }
  );
}
