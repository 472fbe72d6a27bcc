import path from "node:path";
import { beforeAll, expect, test } from "vitest";
import { createTestKey } from "@/lib/auth/testing/create-test-key";
import { createTestOrganization } from "@/lib/db/testing/tenant-rows";
import { useTestDatabase } from "@/lib/db/testing/test-database";
import { callRoute, jsonOf } from "@/lib/http/testing/call-route";
import { loadOperations, type WalkedOperation } from "@/lib/openapi/testing/load-operations";
import { REQUEST_BODIES } from "@/lib/openapi/testing/request-bodies";

const ROOT = path.resolve(import.meta.dirname, "../..");
const ULID = "01KA2B3C4D5E6F7G8H9JKMNPQR";
const IDS = Object.fromEntries(
  ["asm", "ans", "upl", "whe", "whd", "pos", "cnd", "liv", "rol"].map((prefix) => [prefix, `${prefix}_${ULID}`]),
);

useTestDatabase();
let operations: readonly WalkedOperation[];
let key: string;
beforeAll(async () => {
  operations = await loadOperations(ROOT);
  key = await createTestKey(await createTestOrganization());
}, 60_000);

/** Something that fits each parameter of the address; nothing needs to be there. */
function paramsOf({ path: address, facts }: WalkedOperation): Record<string, string> {
  const names = [...address.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
  return Object.fromEntries(
    names.map((name) => {
      const fits = [...Object.values(IDS), "some_key"].find((id) => facts.params?.shape[name]?.safeParse(id).success);
      return [name, fits ?? ""];
    }),
  );
}

test("an unknown query parameter is 400 at every address and named, whatever else is sent", async () => {
  for (const operation of operations) {
    const { name, method, path: address, handler } = operation;
    const params = paramsOf(operation);
    const headers = { "tus-resumable": "1.0.0" };
    const options = { method: method.toUpperCase(), key, params, headers };
    const response = await callRoute(handler, `${address}?colour=red`, options);
    expect({ name, status: response.status }).toEqual({ name, status: 400 });
    if (method === "head") continue;
    const problem = await jsonOf(response);
    expect(problem).toMatchObject({ code: "unknown_parameter", errors: [{ pointer: "/colour" }] });
  }
});

test("an unknown field is 422 at every address that takes JSON, and named", async () => {
  let walked = 0;
  for (const operation of operations) {
    const { name, method, path: address, handler } = operation;
    const makers = REQUEST_BODIES[name] ?? [];
    for (const make of makers) {
      const { body, headers } = await make(IDS);
      if (typeof body !== "string" || headers["content-type"] !== "application/json") continue;
      const colourful = JSON.stringify({ ...JSON.parse(body), colour: "red" });
      const params = paramsOf(operation);
      const options = { method: method.toUpperCase(), key, params, headers, body: colourful };
      const response = await callRoute(handler, address, options);
      expect({ name, status: response.status }).toEqual({ name, status: 422 });
      const { errors } = await jsonOf(response);
      expect(errors, name).toContainEqual(expect.objectContaining({ pointer: "/colour" }));
      walked++;
    }
  }
  expect(walked).toBeGreaterThan(10);
});
