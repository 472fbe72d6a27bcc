import { hash } from "@node-rs/argon2";
import { encode } from "next-auth/jwt";
import { beforeAll, expect, test } from "vitest";
import { authenticate } from "@/lib/auth/authenticate";
import { checkPassword } from "@/lib/auth/check-password";
import { readSessionClaims } from "@/lib/auth/session-claims";
import { changeEnvironmentForTests } from "@/lib/config/environment";
import { createId } from "@/lib/db/ids";
import type { MembershipRole } from "@/lib/db/generated/enums";
import type { OrganizationScope } from "@/lib/db/scope";
import { createTestOrganization } from "@/lib/db/testing/tenant-rows";
import { useTestDatabase } from "@/lib/db/testing/test-database";
import { withSystem } from "@/lib/db/with-system";

const SECRET = "a secret for tests, 32 characters";

useTestDatabase();
let scope: OrganizationScope;
beforeAll(async () => {
  changeEnvironmentForTests({ NEXTAUTH_SECRET: SECRET });
  scope = await createTestOrganization();
});

async function createMember(role: MembershipRole, password: string | null = null) {
  const id = createId("usr");
  const email = `${id.toLowerCase()}@example.com`;
  const passwordHash = password === null ? null : await hash(password);
  await withSystem(async (transaction) => {
    await transaction.user.create({ data: { id, email, name: "A member", passwordHash } });
    await transaction.membership.create({ data: { userId: id, organizationId: scope.organizationId, role } });
  });
  return { id, email };
}

async function cookieOf(userId: string, secret = SECRET, maxAge = 60): Promise<string> {
  const token = await encode({ token: { sub: userId, organizationId: scope.organizationId }, secret, maxAge });
  return `other=1; next-auth.session-token=${token}`;
}

const request = (cookie: string, method: string, origin: string | null) =>
  new Request("http://earshot.test/v1/soft-skills-score", {
    method,
    headers: { cookie, host: "earshot.test", ...(origin !== null && { origin }) },
  });

test("a member's session works from our own pages, and from nowhere else when it changes something", async () => {
  const cookie = await cookieOf((await createMember("recruiter")).id);
  const identity = await authenticate(request(cookie, "POST", "http://earshot.test"), "score:write");
  expect(identity.scope).toEqual(scope);
  for (const origin of ["http://evil.test", null]) {
    await expect(authenticate(request(cookie, "POST", origin), "score:write")).rejects.toMatchObject({
      code: "forbidden",
    });
  }
});

test("a viewer reads and does not write", async () => {
  const cookie = await cookieOf((await createMember("viewer")).id);
  await expect(authenticate(request(cookie, "GET", null), "score:read")).resolves.toMatchObject({ livemode: true });
  await expect(authenticate(request(cookie, "POST", "http://earshot.test"), "score:write")).rejects.toMatchObject({
    code: "forbidden",
  });
});

test("who was removed from the organization is out with the next request", async () => {
  const { id } = await createMember("owner");
  const cookie = await cookieOf(id);
  await withSystem((transaction) => transaction.membership.deleteMany({ where: { userId: id } }));
  await expect(authenticate(request(cookie, "GET", null), "score:read")).rejects.toMatchObject({
    code: "unauthorized",
  });
});

test("a cookie that is forged, expired or nonsense is no session", async () => {
  const { id } = await createMember("owner");
  expect(await readSessionClaims(await cookieOf(id))).toMatchObject({ userId: id });
  expect(await readSessionClaims(await cookieOf(id, "another secret, also 32 characters"))).toBeNull();
  expect(await readSessionClaims(await cookieOf(id, SECRET, -60))).toBeNull();
  expect(await readSessionClaims("next-auth.session-token=x.y.z")).toBeNull();
  expect(await readSessionClaims(null)).toBeNull();
});

test("a password opens its own account only; unknown users and users without a password are refused alike", async () => {
  const { id, email } = await createMember("owner", "correct horse battery");
  const bare = await createMember("owner");
  expect(await checkPassword(email, "correct horse battery")).toMatchObject({ userId: id });
  expect(await checkPassword(email, "wrong horse")).toBeNull();
  expect(await checkPassword("nobody@example.com", "correct horse battery")).toBeNull();
  expect(await checkPassword(bare.email, "no such user")).toBeNull();
});
