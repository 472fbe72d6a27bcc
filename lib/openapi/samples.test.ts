import path from "node:path";
import { beforeAll, expect, test } from "vitest";
import { type ApiRoute, operationName } from "@/lib/openapi/api-route";
import { codeSamples } from "@/lib/openapi/code-samples";
import { loadApiRoutes } from "@/lib/openapi/load-api-routes";
import { printJson } from "@/lib/openapi/print-json";
import { referenceGroups } from "@/lib/openapi/reference-model";

const ROOT = path.resolve(import.meta.dirname, "../..");
const OPERATIONS = referenceGroups().flatMap(({ operations }) => operations);
let routes: readonly ApiRoute[];
beforeAll(async () => {
  routes = await loadApiRoutes(ROOT, (file) => import(path.join(ROOT, file)));
}, 120_000);

test("the JSON bodies of the samples are taken by the schemas of their routes", () => {
  for (const operation of OPERATIONS) {
    const route = routes.find((candidate) => operationName(candidate) === operationName(operation));
    for (const { mediaType, sample } of operation.bodies.filter((body) => body.sample !== null)) {
      const parsed = route?.facts.body?.content?.[mediaType]?.safeParse(sample);
      expect(parsed?.error?.issues ?? [], `${operationName(operation)} ${JSON.stringify(sample)}`).toEqual([]);
    }
  }
});

test("the addresses of the samples are taken by the routes", () => {
  for (const operation of OPERATIONS) {
    const route = routes.find((candidate) => operationName(candidate) === operationName(operation));
    const names = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
    const pattern = new RegExp(`^${operation.path.replace(/\{(\w+)\}/g, "([^/]+)")}$`);
    const values = pattern.exec(operation.samplePath)?.slice(1) ?? [];
    const params = Object.fromEntries(names.map((name, index) => [name, values[index]]));
    if (route?.facts.params) expect(route.facts.params.safeParse(params).success, operation.samplePath).toBe(true);
  }
});

test("every operation has its request in three languages, with address and key", () => {
  for (const operation of OPERATIONS) {
    const samples = codeSamples(operation, "https://api.example");
    expect(samples.map(({ language }) => language)).toEqual(["curl", "Node", "Python"]);
    for (const { text } of samples) {
      expect(text).toContain(`https://api.example${operation.samplePath}`);
      expect(text).toContain("EARSHOT_KEY");
    }
  }
});

test("JSON is broken where a line would be too long, and reads back as it was", () => {
  const value = { short: [1, 2], long: { a: "x".repeat(30), b: [{ c: "y".repeat(30) }] } };
  const text = printJson(value, 40);
  expect(JSON.parse(text)).toEqual(value);
  expect(text).toContain('"short": [1, 2]');
  expect(Math.max(...text.split("\n").map((line) => line.length))).toBeLessThanOrEqual(48);
});
