import type { AuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { z } from "zod";
import { checkPassword } from "@/lib/auth/check-password";
import { environment } from "@/lib/config/environment";
import { clientAddress } from "@/lib/auth/ip-allow-list";
import { SESSION_MAX_AGE_SECONDS, sessionSecret, usesSecureCookies } from "@/lib/auth/session-settings";
import { SignInThrottle } from "@/lib/auth/sign-in-throttle";

const credentialsSchema = z.object({
  email: z.string().trim().toLowerCase().max(254),
  password: z.string().min(1).max(1_000),
});
const throttle = new SignInThrottle();

/** All of next-auth that we use: email and password, a signed cookie, no tables. Nothing outside lib/auth knows it. */
export function authOptions(): AuthOptions {
  return {
    secret: sessionSecret(),
    useSecureCookies: usesSecureCookies(),
    session: { strategy: "jwt", maxAge: SESSION_MAX_AGE_SECONDS },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    providers: [
      Credentials({
        credentials: { email: { type: "email" }, password: { type: "password" } },
        authorize: (credentials, request) => authorize(credentials, new Headers(toPairs(request.headers))),
      }),
    ],
    callbacks: {
      // `user` is there on sign-in only: what authorize() gave.
      jwt: ({ token, user }) =>
        user && "organizationId" in user ? { ...token, organizationId: user.organizationId } : token,
    },
  };
}

async function authorize(credentials: unknown, headers: Headers) {
  const parsed = credentialsSchema.safeParse(credentials);
  if (!parsed.success) return null;
  const { email, password } = parsed.data;
  const address = clientAddress(headers, environment().TRUSTED_PROXIES);
  // The page tells this one message apart; everything else is "wrong".
  if (throttle.isBlocked(email, address)) throw new Error("too_many_attempts");
  const found = await checkPassword(email, password);
  if (!found) {
    throttle.noteFailure(email, address);
    return null;
  }
  throttle.noteSuccess(email);
  return { id: found.userId, name: found.name, email: found.email, organizationId: found.organizationId };
}

function toPairs(headers: unknown): [string, string][] {
  return Object.entries(z.record(z.string(), z.unknown()).catch({}).parse(headers)).flatMap(([name, value]) =>
    typeof value === "string" ? [[name, value] satisfies [string, string]] : [],
  );
}
