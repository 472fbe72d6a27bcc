import { z } from "zod";
import { createOrganization, listOrganizations, openOrganization, OPERATOR } from "@/lib/auth/operator";
import { adminCommand, organizationArgument } from "@/lib/cli/admin-command";
import { UsageError } from "@/lib/cli/command-outcome";
import { CREDIT } from "@/lib/credits/constants";
import { getCreditAccount } from "@/lib/credits/data";
import { formatCredits } from "@/lib/credits/format-credits";
import { topUpCredits } from "@/lib/credits/mutations";
import { isStorableText, NOT_STORABLE } from "@/lib/http/storable-text";
import { sender } from "@/lib/jobs/enqueue";
import { setClientLimits, setCreditPrice } from "@/lib/organizations/mutations";
import { dispatchRuns } from "@/lib/scoring-runs/dispatch-mutations";

const MAX_NAME_CHARACTERS = 200;
/** A column of 32 bits holds hundredths up to about twenty million credits. */
const MAX_CREDITS = 10_000_000;
const MAX_CONCURRENCY = 1_000;
const MAX_REQUESTS = 1_000_000;
const TEXT = { type: "string" } as const;
const FLAG = { type: "boolean" } as const;

const line = z
  .string()
  .trim()
  .min(1, "is empty")
  .max(MAX_NAME_CHARACTERS, `has more than ${MAX_NAME_CHARACTERS} characters`)
  .refine((text) => isStorableText(text), NOT_STORABLE);
/** Decimals with two places at most, as whole hundredths. */
const hundredths = (pattern: RegExp, example: string) =>
  z
    .string()
    .regex(pattern, `must be a number such as ${example}, with two decimals at most`)
    .transform((text) => Math.round(Number(text) * CREDIT));
const numberOrDefault = (max: number) =>
  z
    .union([z.literal("default"), z.string().regex(/^\d{1,9}$/)], `must be 1 to ${max}, or "default"`)
    .transform((text) => (text === "default" ? null : Number(text)))
    .refine((value) => value === null || (value >= 1 && value <= max), `must be 1 to ${max}, or "default"`);

export const createOrganizationCommand = adminCommand({
  takes: "NAME [--region eu|other] [--credits N]",
  does: "makes a client; one of the EU scores the wording alone",
  positionals: ["name"],
  options: { region: TEXT, credits: TEXT },
  schema: z.object({
    name: line,
    region: z.enum(["eu", "other"], "must be eu or other").default("other"),
    credits: hundredths(/^\d{1,8}(\.\d{1,2})?$/, "100").optional(),
  }),
  run: async ({ name, region, credits = 0 }) => {
    const scope = await createOrganization({ name, region });
    const { organizationId } = scope;
    if (credits > 0) await topUpCredits(scope, credits, "Credits to begin with");
    const json = { organization_id: organizationId, name, region, balance: formatCredits(credits) };
    return { json, lines: [`${organizationId}  ${name}`, `credits ${formatCredits(credits)}`] };
  },
});

export const organizationsCommand = adminCommand({
  takes: "",
  does: "lists the clients with their credits and limits",
  schema: z.object({}),
  run: async () => {
    const rows = (await listOrganizations()).map((row) => ({
      organization_id: row.id,
      name: row.name,
      balance: formatCredits(row.creditAccount?.balance ?? 0),
      reserved: formatCredits(row.creditAccount?.reserved ?? 0),
      concurrency: row.concurrency,
      requests_per_minute: row.requestsPerMinute,
    }));
    const lines = rows.map(
      (row) =>
        `${row.organization_id}  ${row.balance.padStart(12)} credits  ${row.concurrency ?? "default"} at once  ${row.requests_per_minute ?? "default"} a minute  ${row.name}`,
    );
    return { json: { organizations: rows }, lines: lines.length > 0 ? lines : ["There is none yet."] };
  },
});

export const topUpCommand = adminCommand({
  takes: "ORGANIZATION CREDITS --note TEXT",
  does: "adds credits; a negative number takes back what is free (write -- before it)",
  positionals: ["organization", "credits"],
  options: { note: TEXT },
  schema: z.object({
    organization: organizationArgument,
    credits: hundredths(/^-?\d{1,8}(\.\d{1,2})?$/, "250 or -12.50").refine(
      (value) => value !== 0 && Math.abs(value) <= MAX_CREDITS * CREDIT,
      `must not be 0, nor more than ${MAX_CREDITS}`,
    ),
    note: line,
  }),
  run: async ({ organization, credits, note }) => {
    const scope = await openOrganization(organization);
    await topUpCredits(scope, credits, note);
    const { balance, reserved } = await getCreditAccount(scope);
    const json = {
      ...{ organization_id: organization, added: formatCredits(credits) },
      ...{ balance: formatCredits(balance), reserved: formatCredits(reserved) },
    };
    return {
      json,
      lines: [`${formatCredits(credits)} added. Balance ${json.balance}, of which ${json.reserved} are reserved.`],
    };
  },
});

export const setPriceCommand = adminCommand({
  takes: "ORGANIZATION AMOUNT CURRENCY | ORGANIZATION --none",
  does: "the price of a credit that usage is shown with",
  positionals: ["organization", "amount", "currency"],
  options: { none: FLAG },
  schema: z.object({
    organization: organizationArgument,
    amount: hundredths(/^\d{1,6}(\.\d{1,2})?$/, "0.80").optional(),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/, "must be a currency such as EUR")
      .optional(),
    none: z.boolean().default(false),
  }),
  run: async ({ organization, amount, currency, none }) => {
    const complete = amount !== undefined && currency !== undefined;
    if (none === complete || (none && amount !== undefined)) {
      throw new UsageError("Give AMOUNT and CURRENCY, such as 0.80 EUR, or --none.");
    }
    const price = complete ? { amount, currency } : null;
    await setCreditPrice(await openOrganization(organization), OPERATOR, price);
    const shown = price && { amount: formatCredits(price.amount), currency: price.currency };
    const text = shown ? `A credit costs ${shown.amount} ${shown.currency}.` : "No price is shown.";
    return { json: { organization_id: organization, price_per_credit: shown }, lines: [text] };
  },
});

export const setLimitsCommand = adminCommand({
  takes: "ORGANIZATION [--concurrency N|default] [--rate N|default]",
  does: "runs at the same time, and requests a minute",
  positionals: ["organization"],
  options: { concurrency: TEXT, rate: TEXT },
  schema: z.object({
    organization: organizationArgument,
    concurrency: numberOrDefault(MAX_CONCURRENCY).optional(),
    rate: numberOrDefault(MAX_REQUESTS).optional(),
  }),
  run: async ({ organization, concurrency, rate }) => {
    if (concurrency === undefined && rate === undefined) throw new UsageError("Give --concurrency, --rate, or both.");
    const scope = await openOrganization(organization);
    const changed = {
      ...(concurrency !== undefined && { concurrency }),
      ...(rate !== undefined && { requestsPerMinute: rate }),
    };
    await setClientLimits(scope, OPERATOR, changed);
    // Runs that waited for a place get it now, not when the next one ends.
    const started = concurrency === undefined ? 0 : await dispatchRuns(scope, await sender());
    const json = {
      organization_id: organization,
      ...(concurrency !== undefined && { concurrency }),
      ...(rate !== undefined && { requests_per_minute: rate }),
      dispatched: started,
    };
    const lines = [
      ...(concurrency === undefined ? [] : [`Runs at the same time: ${concurrency ?? "default"}.`]),
      ...(rate === undefined ? [] : [`Requests a minute: ${rate ?? "default"}.`]),
    ];
    return { json, lines };
  },
});
