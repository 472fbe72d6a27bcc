import fc from "fast-check";
import { expect, test } from "vitest";
import { parseJson } from "@/lib/http/parse-json";

const REFUSED = expect.objectContaining({ code: "invalid_request" });

test("whatever JSON.stringify writes is read as JSON.parse reads it", () => {
  const depth = { maxDepth: 6 };
  fc.assert(
    fc.property(fc.jsonValue({ ...depth, noUnicodeString: false }), (value) => {
      const text = JSON.stringify(value);
      if (text.includes("__proto__")) return;
      expect(parseJson(text)).toEqual(JSON.parse(text));
    }),
  );
});

test.each([
  ["a key twice", '{"a":1,"a":2}', /"a" twice/],
  ["a key twice, once escaped", '{"a":1,"\\u0061":2}', /twice/],
  ["a key twice, deep inside an array", '[{"x":[{"b":{}, "c":[1,2], "b":1}]}]', /"b" twice/],
  ["__proto__ as a key", '{"metadata":{"__proto__":{"admin":true}}}', /__proto__/],
  ["__proto__ in disguise", '{"__pr\\u006fto__":1}', /__proto__/],
  ["arrays 10,000 deep", "[".repeat(10_000) + "]".repeat(10_000), /deeper than 32/],
  ["objects 10,000 deep", '{"a":'.repeat(10_000) + "1" + "}".repeat(10_000), /deeper than 32/],
  ["no JSON", "{'a':1}", /not JSON/],
  ["an open string", '{"a', /not JSON/],
  ["a bad escape in a key", '{"\\x":1}', /not JSON/],
  ["closing more than was opened", '{"a":1}}}', /not JSON/],
  ["nothing", "", /not JSON/],
])("refused with what is wrong: %s", (_, text, reason) => {
  expect(() => parseJson(text)).toThrow(REFUSED);
  expect(() => parseJson(text)).toThrow(reason);
});

test("a key may stand again in another object, and as a value", () => {
  const text = '{"a":{"a":"a"},"b":["a","a",{"a":1},{"a":","}],"c":"\\"a\\":1,\\"a\\":2","d":"{","e":1}';
  expect(parseJson(text)).toEqual(JSON.parse(text));
});

test("a megabyte of quotes, backslashes or brackets is refused quickly", () => {
  for (const text of ['"\\'.repeat(500_000), "\\".repeat(1_000_000), '"'.repeat(999_999), "{}".repeat(500_000)]) {
    const startedAt = performance.now();
    expect(() => parseJson(text)).toThrow(REFUSED);
    expect(performance.now() - startedAt).toBeLessThan(2_000);
  }
});
