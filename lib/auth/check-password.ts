import { hash, verify } from "@node-rs/argon2";
import { withSystem } from "@/lib/db/with-system";
import type { SessionClaims } from "@/lib/auth/session-claims";

export interface SignedIn extends SessionClaims {
  readonly name: string;
  readonly email: string;
}

/** Checked when there is no such user, so that the time taken does not tell who has an account. */
let decoy: Promise<string> | null = null;

/** The user behind email and password, with the organization that they joined first; null when either is wrong. */
export async function checkPassword(email: string, password: string): Promise<SignedIn | null> {
  const user = await withSystem((transaction) =>
    transaction.user.findUnique({
      where: { email },
      include: { memberships: { orderBy: { createdAt: "asc" }, take: 1 } },
    }),
  );
  decoy ??= hash("no such user");
  const right = await verify(user?.passwordHash ?? (await decoy), password);
  const organizationId = user?.memberships[0]?.organizationId;
  if (!right || !user || user.passwordHash === null || organizationId === undefined) return null;
  return { userId: user.id, organizationId, name: user.name, email: user.email };
}
