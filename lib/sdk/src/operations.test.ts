import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import document from "@/docs/openapi.json";

test("every operation of the API has a method", () => {
  const sources = readdirSync(import.meta.dirname)
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
    .map((name) => readFileSync(path.join(import.meta.dirname, name), "utf8"))
    .join("\n");
  const operations = Object.entries(document.paths).flatMap(([address, item]) =>
    Object.keys(item).map((method) => `${method.toUpperCase()} ${address}`),
  );
  // A missing one needs a line in the class of its resource, beside the others there.
  expect(
    operations.filter((name) => !sources.includes(`("${name}"`) && !sources.includes(`\n      "${name}"`)),
  ).toEqual([]);
});
