import { NextResponse, type NextRequest } from "next/server";
import { readSessionClaims } from "@/lib/auth/session-claims";

/** Sends whoever is not signed in to the sign-in page, and back after it. What they may see is decided by the pages. */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  if (await readSessionClaims(request.headers.get("cookie"))) return NextResponse.next();
  const signIn = new URL("/sign-in", request.url);
  signIn.searchParams.set("callbackUrl", request.nextUrl.pathname + request.nextUrl.search);
  return NextResponse.redirect(signIn);
}

/**
 * Dashboard pages only. Requests that pass through here are cut off at 10 MB without an error, so /v1 must never match.
 */
export const config = { matcher: ["/answers/:path*"] };
