import { expect, test } from "vitest";
import { statementNames } from "@/lib/db/statement-names";

test("a text keeps its name, and no two share one", () => {
  const nameOf = statementNames();
  const [first, second] = [nameOf("select 1"), nameOf("select 2")];
  expect(first).toMatch(/^earshot_\d+$/);
  expect(second).not.toBe(first);
  expect(nameOf("select 1")).toBe(first);
});

test("there are only so many; what has a name keeps it", () => {
  const nameOf = statementNames(2);
  const named = ["select 1", "select 2", "select 3"].map((text) => nameOf(text));
  expect(named[2]).toBe("");
  expect(nameOf("select 1")).toBe(named[0]);
});

test("lists use no names up: there is a text for each of their lengths", () => {
  const nameOf = statementNames();
  expect(nameOf('select 1 WHERE "a"."id" IN ($1,$2,$3,$4,$5)')).toBe("");
  expect(nameOf('select 1 WHERE "a"."id" IN ($1,$2)')).not.toBe("");
});

test("a very long text is not kept", () => {
  expect(statementNames()(`select ${"1, ".repeat(20_000)}1`)).toBe("");
});
