import { expect, test } from "vitest";
import { ERROR_CODES } from "@/lib/errors/error-codes";
import { ERROR_EXPLANATIONS } from "@/lib/errors/error-explanations";

test("every code has a cause and a remedy of its own, in whole sentences", () => {
  const entries = Object.entries(ERROR_EXPLANATIONS);
  expect(entries.map(([code]) => code).sort()).toEqual(Object.keys(ERROR_CODES).sort());
  for (const [code, { cause, remedy }] of entries) {
    for (const text of [cause, remedy]) expect(text, code).toMatch(/^[`A-Z[].{15,}\.$/s);
  }
  expect(new Set(entries.map(([, { cause }]) => cause)).size).toBe(entries.length);
});

test("links in them lead to pages of the documentation", () => {
  const links = [...JSON.stringify(ERROR_EXPLANATIONS).matchAll(/\]\(([^)]+)\)/g)].map(([, link]) => link);
  expect(new Set(links)).toEqual(new Set(["/docs/sandbox"]));
});
