import { expect, test } from "vitest";
import { isStorableText } from "@/lib/http/storable-text";

test.each([
  ["plain text", true],
  ["", true],
  ["emoji \u{1F600}", true],
  ["a\0b", false],
  ["\ud800", false],
  ["x\udc00y", false],
])("%j can be stored: %s", (text, storable) => {
  expect(isStorableText(text)).toBe(storable);
});
