import type { z } from "zod";
import { getCreditAccount } from "@/lib/credits/data";
import type { OrganizationScope } from "@/lib/db/scope";
import { EarshotError } from "@/lib/errors/error-codes";
import { listDaysOfUsage } from "@/lib/usage/data";
import { MAX_DAYS, toDayRange, type UsageJson, type usageQuerySchema } from "@/lib/usage/schema";
import { toUsageJson } from "@/lib/usage/serializers";

/** Calls and credits by day. @throws EarshotError `invalid_request` for a range that ends before it begins, or is too long */
export async function readUsage(
  scope: OrganizationScope,
  query: z.output<typeof usageQuerySchema>,
): Promise<UsageJson> {
  const range = toDayRange(query, new Date());
  if (range.days < 1) throw badRange("/to", "`to` lies before `from`.");
  if (range.days > MAX_DAYS) throw badRange("/from", `One answer covers ${MAX_DAYS} days at most.`);
  const { price } = await getCreditAccount(scope);
  return toUsageJson(await listDaysOfUsage(scope, range), range, price);
}

function badRange(pointer: string, detail: string): EarshotError {
  return new EarshotError("invalid_request", detail, [{ pointer, code: "invalid_request", detail }]);
}
