import { expect, test } from "vitest";
import { createId, isId } from "@/lib/db/ids";

test("ids of one process are unique and sort in the order in which they were made", () => {
  const ids = Array.from({ length: 5_000 }, () => createId("asm"));
  expect(new Set(ids).size).toBe(ids.length);
  expect([...ids].sort()).toEqual(ids);
});

test("an id is recognised by its prefix and form, and nothing else is", () => {
  expect(isId("ans", createId("ans"))).toBe(true);
  for (const text of [createId("asm"), "ans_", "ans_01J", `${createId("ans")}0`, createId("ans").toLowerCase()]) {
    expect(isId("ans", text)).toBe(false);
  }
});
