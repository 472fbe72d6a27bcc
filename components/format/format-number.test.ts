import { expect, test } from "vitest";
import { formatChange, formatCount, formatCounted, formatShare } from "@/components/format/format-number";

test("counts have separators, shares are whole percents, changes carry their sign", () => {
  expect(formatCount(3127)).toBe("3,127");
  expect(formatShare(0.264)).toBe("26%");
  expect(formatShare(null)).toBe("–");
  expect([37, -12, 0].map(formatChange)).toEqual(["+37", "−12", "0"]);
});

test("one of a thing is not many", () => {
  expect(formatCounted(1, "answer")).toBe("1 answer");
  expect(formatCounted(3127, "answer")).toBe("3,127 answers");
  expect(formatCounted(0, "reply", "replies")).toBe("0 replies");
});
