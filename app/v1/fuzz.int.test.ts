import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { createTestKey } from "@/lib/auth/testing/create-test-key";
import { createRowsEverywhere, createTestOrganization } from "@/lib/db/testing/tenant-rows";
import { tenantSnapshot } from "@/lib/db/testing/tenant-snapshot";
import { useTestDatabase } from "@/lib/db/testing/test-database";
import { ERROR_CODES } from "@/lib/errors/error-codes";
import { callRoute } from "@/lib/http/testing/call-route";
import { buildDocument } from "@/lib/openapi/build-document";
import type { JsonSchema } from "@/lib/openapi/testing/arbitrary-of-schema";
import { loadOperations, type WalkedOperation } from "@/lib/openapi/testing/load-operations";
import { type Described, type Probe, probesOf } from "@/lib/openapi/testing/probe-operation";
import { useWorker } from "@/lib/worker/testing/use-worker";

const ROOT = path.resolve(import.meta.dirname, "../..");
/** Requests an operation; FUZZ_RUNS for a longer walk. */
const RUNS = Number(process.env["FUZZ_RUNS"] ?? 40);
const ID = /\b[a-z]{3}_[0-7][0-9A-HJKMNP-TV-Z]{25}\b/g;

useTestDatabase();
const recordings = useWorker();
let operations: readonly WalkedOperation[];
let operationsOf: (name: string) => Described;
let resolve: (reference: string) => JsonSchema;
let key: string;
let ids: readonly string[];

beforeAll(async () => {
  operations = await loadOperations(ROOT);
  // Plain JSON from here on: only what this walk reads is declared.
  const document = JSON.parse(JSON.stringify(buildDocument(operations)));
  operationsOf = (name) => {
    const [method = "", address = ""] = name.split(" ");
    return document.paths[address][method.toLowerCase()];
  };
  resolve = (reference) => document.components.schemas[reference.split("/").at(-1) ?? ""] ?? {};
  const scope = await createTestOrganization();
  await createRowsEverywhere(scope);
  key = await createTestKey(scope, { livemode: false });
  // The bytes of the recording that the rows speak of.
  const rows = await tenantSnapshot(scope.organizationId);
  const [storageKey = ""] = JSON.stringify(rows).match(new RegExp(`${scope.organizationId}/[0-9a-f]{64}`)) ?? [];
  await mkdir(path.join(recordings(), scope.organizationId), { recursive: true });
  await writeFile(path.join(recordings(), storageKey), "x");
  ids = [...new Set(JSON.stringify(rows).match(ID) ?? [])];
}, 60_000);

async function answerTo({ path: address, method, handler }: WalkedOperation, probe: Probe) {
  const filled = address.replace(/\{(\w+)\}/g, (_, parameter: string) =>
    encodeURIComponent((probe.params[parameter] ?? "").replace(/\p{Surrogate}/gu, "-")),
  );
  const query = new URLSearchParams(probe.query.map(([name, value]) => [name, value])).toString();
  return callRoute(handler, `${filled}${query === "" ? "" : `?${query}`}`, {
    ...{ key, method: method.toUpperCase(), params: probe.params, headers: probe.headers },
    // Bodies of bytes as they are; undici's BodyInit wants a buffer of its own.
    body: probe.body instanceof Uint8Array ? new Uint8Array(probe.body) : probe.body,
  });
}

test("whatever is sent to an operation of the document, the answer is no fault of ours, and a refusal says which and why", async () => {
  expect(operations.length).toBeGreaterThan(15);
  for (const operation of operations) {
    const names = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
    const probes = probesOf(operationsOf(operation.name), names, ids, resolve);
    await fc.assert(
      fc.asyncProperty(probes, async (probe) => {
        const response = await answerTo(operation, probe);
        const text = await response.text();
        const { status } = response;
        if (status >= 500) throw new Error(`${operation.name} answered ${status}: ${text.slice(0, 500)}`);
        if (status < 400 || operation.method === "head") return;
        expect(response.headers.get("content-type")).toContain("application/problem+json");
        const problem = JSON.parse(text);
        expect(Object.keys(ERROR_CODES)).toContain(problem.code);
        expect(problem).toMatchObject({ status, detail: expect.stringMatching(/\S/), request_id: expect.any(String) });
        expect(text).not.toMatch(/\bat .+:\d+:\d+|node_modules|select .+ from|prisma/i);
      }),
      { numRuns: RUNS },
    );
  }
}, 600_000);
