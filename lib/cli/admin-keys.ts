import ipaddr from "ipaddr.js";
import { z } from "zod";
import { issueApiKey, listApiKeys, revokeApiKey } from "@/lib/auth/api-keys";
import { openOrganization, OPERATOR } from "@/lib/auth/operator";
import { type Scope, SCOPES } from "@/lib/auth/scopes";
import { adminCommand, organizationArgument } from "@/lib/cli/admin-command";
import { UsageError } from "@/lib/cli/command-outcome";
import { isStorableText, NOT_STORABLE } from "@/lib/http/storable-text";

const MAX_NAME_CHARACTERS = 100;
const MAX_RANGES = 100;
const TEXT = { type: "string" } as const;
const FLAG = { type: "boolean" } as const;

const scopeList = z
  .string()
  .transform((text) => text.split(",").map((scope) => scope.trim()))
  .pipe(z.array(z.enum(SCOPES, `must be some of ${SCOPES.join(",")}`)).min(1));
/** A day holds until it begins in UTC. */
const futureTime = z
  .union([z.iso.date(), z.iso.datetime({ offset: true })], "must be a day or a time such as 2027-01-31")
  .transform((text) => new Date(text))
  .refine((time) => time.getTime() > Date.now() && time.getUTCFullYear() < 2_200, "must lie in the future");
const isRange = (text: string): boolean => ipaddr.isValidCIDR(text) || ipaddr.isValid(text);

export const createKeyCommand = adminCommand({
  takes: "ORGANIZATION --name TEXT [--test] [--scopes A,B | --read-only] [--expires DAY] [--allow-ip RANGE]...",
  does: "makes a key, live unless --test, with all scopes unless said; it is shown once",
  positionals: ["organization"],
  options: {
    ...{ name: TEXT, scopes: TEXT, expires: TEXT, test: FLAG, "read-only": FLAG },
    "allow-ip": { type: "string", multiple: true },
  },
  schema: z.object({
    organization: organizationArgument,
    name: z
      .string()
      .trim()
      .min(1, "is empty")
      .max(MAX_NAME_CHARACTERS, `has more than ${MAX_NAME_CHARACTERS} characters`)
      .refine((text) => isStorableText(text), NOT_STORABLE),
    scopes: scopeList.optional(),
    "read-only": z.boolean().default(false),
    test: z.boolean().default(false),
    expires: futureTime.optional(),
    "allow-ip": z
      .array(z.string().refine(isRange, "must be an address or a range such as 203.0.113.0/24"))
      .max(MAX_RANGES, `takes ${MAX_RANGES} ranges at most`)
      .default([]),
  }),
  run: async ({ organization, name, scopes, test, expires, ...rest }) => {
    if (scopes !== undefined && rest["read-only"]) throw new UsageError("Give --scopes or --read-only, not both.");
    const granted: readonly Scope[] =
      scopes ?? (rest["read-only"] ? SCOPES.filter((scope) => scope.endsWith(":read")) : SCOPES);
    const wanted = {
      name,
      livemode: !test,
      scopes: granted,
      expiresAt: expires ?? null,
      ipAllowList: rest["allow-ip"],
    };
    const { id, key } = await issueApiKey(await openOrganization(organization), OPERATOR, wanted);
    const json = {
      ...{ key_id: id, organization_id: organization, name, livemode: !test, scopes: granted },
      ...{ expires_at: expires?.toISOString() ?? null, allowed_ips: rest["allow-ip"], key },
    };
    return { json, lines: [key, `${id}  ${name}. This is the only time that the key is shown.`] };
  },
});

export const keysCommand = adminCommand({
  takes: "ORGANIZATION",
  does: "lists a client's keys",
  positionals: ["organization"],
  schema: z.object({ organization: organizationArgument }),
  run: async ({ organization }) => {
    const rows = (await listApiKeys(await openOrganization(organization))).map((row) => ({
      ...{ key_id: row.id, name: row.name, begins: row.displayPrefix, livemode: row.livemode, scopes: row.scopes },
      ...{ allowed_ips: row.ipAllowList, expires_at: row.expiresAt?.toISOString() ?? null },
      last_used_at: row.lastUsedAt?.toISOString() ?? null,
      revoked_at: row.revokedAt?.toISOString() ?? null,
    }));
    const lines = rows.map(
      (row) => `${row.key_id}  ${row.begins}...  ${row.revoked_at ? "revoked" : "valid"}  ${row.name}`,
    );
    return { json: { keys: rows }, lines: lines.length > 0 ? lines : ["There is none yet."] };
  },
});

export const revokeKeyCommand = adminCommand({
  takes: "KEY_ID",
  does: "ends a key, from the next request on",
  positionals: ["key"],
  schema: z.object({ key: z.string().startsWith("key_", "is no key's id (key_...); the key itself is not needed") }),
  run: async ({ key }) => {
    const revokedAt = (await revokeApiKey(OPERATOR, key)).toISOString();
    return { json: { key_id: key, revoked_at: revokedAt }, lines: [`${key} is revoked since ${revokedAt}.`] };
  },
});
