import { environment } from "@/lib/config/environment";

/** A working day; each visit makes it longer. */
export const SESSION_MAX_AGE_SECONDS = 12 * 3600;

/** Cookies are bound to https where the site is reached by it. */
export function usesSecureCookies(): boolean {
  return environment().NEXTAUTH_URL?.startsWith("https://") ?? false;
}

export function sessionCookieName(): string {
  return `${usesSecureCookies() ? "__Secure-" : ""}next-auth.session-token`;
}

export function sessionSecret(): string {
  const secret = environment().NEXTAUTH_SECRET;
  if (secret === undefined) {
    throw new Error("NEXTAUTH_SECRET is not set. `npm run up` makes one; otherwise set 32 random characters.");
  }
  return secret;
}
