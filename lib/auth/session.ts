import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { findMember, type Member } from "@/lib/auth/find-member";
import { readSessionClaims } from "@/lib/auth/session-claims";

/** Who looks at this page, or null. One look-up a rendered page, however many parts ask. */
export const findSession = cache(async (): Promise<Member | null> => {
  const claims = await readSessionClaims((await cookies()).toString());
  return claims && findMember(claims);
});

/** As findSession; sends whoever is signed out to the sign-in page. */
export async function requireSession(): Promise<Member> {
  return (await findSession()) ?? redirect("/sign-in");
}
