import fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";
import { EarshotError } from "@/lib/errors/error-codes";
import { decodeCursor, encodeCursor } from "@/lib/http/cursor";
import { toFieldErrors } from "@/lib/http/field-errors";
import { parseQuery } from "@/lib/http/parse-query";
import { parseWaitSeconds } from "@/lib/http/prefer";
import { parseRange } from "@/lib/http/range";

test.each([
  [null, 25],
  ["", 25],
  ["respond-async", 0],
  ["wait=7", 7],
  ["wait=0", 0],
  ["respond-async, wait=10", 10],
  ["WAIT = 3", 3],
  ["wait=9999", 60],
  ["wait=-1", 25],
  ["nonsense", 25],
])("Prefer %j waits %d s", (header, seconds) => {
  expect(parseWaitSeconds(header)).toBe(seconds);
});

test.each([
  [null, null],
  ["bytes=0-499", { start: 0, end: 499 }],
  ["bytes=500-", { start: 500, end: 999 }],
  ["bytes=-100", { start: 900, end: 999 }],
  ["bytes=-5000", { start: 0, end: 999 }],
  ["bytes=990-2000", { start: 990, end: 999 }],
  ["bytes=1000-", "unsatisfiable"],
  ["bytes=-0", "unsatisfiable"],
  ["bytes=5-2", null],
  ["bytes=0-1,5-6", null],
  ["items=0-5", null],
])("the range %j of 1,000 bytes is %j", (header, range) => {
  expect(parseRange(header, 1_000)).toEqual(range);
});

test("a range never leaves the recording, whatever is asked", () => {
  const header = fc.tuple(fc.string({ maxLength: 5 }), fc.nat(), fc.nat()).map(([a, b, c]) => `bytes=${a}${b}-${c}`);
  fc.assert(
    fc.property(fc.oneof(header, fc.string()), fc.integer({ min: 1, max: 10_000 }), (text, size) => {
      const range = parseRange(text, size);
      if (range === null || range === "unsatisfiable") return;
      expect(range.start).toBeGreaterThanOrEqual(0);
      expect(range.end).toBeLessThan(size);
      expect(range.start).toBeLessThanOrEqual(range.end);
    }),
  );
});

test("a cursor comes back as it was; anything else is refused", () => {
  const min = new Date("2020-01-01");
  fc.assert(
    fc.property(
      fc.date({ min, max: new Date("2100-01-01"), noInvalidDate: true }),
      fc.stringMatching(/^\w{1,40}$/),
      (createdAt, id) => {
        expect(decodeCursor(encodeCursor({ createdAt, id }))).toEqual({ createdAt, id });
      },
    ),
  );
  for (const text of ["", "abc", Buffer.from("[1,2]").toString("base64url")]) {
    expect(() => decodeCursor(text)).toThrow(EarshotError);
  }
});

test("a query parameter that is unknown or stands twice is an error, never ignored", () => {
  const schema = z.strictObject({ limit: z.coerce.number().optional() });
  const code = (query: string): string => {
    try {
      parseQuery(new URL(`http://x/?${query}`), schema);
      return "fine";
    } catch (error) {
      return error instanceof EarshotError ? error.code : "other";
    }
  };
  expect(code("limit=5")).toBe("fine");
  expect(code("limits=5")).toBe("unknown_parameter");
  expect(code("limit=5&limit=6")).toBe("invalid_request");
  expect(code("__proto__=5")).toBe("unknown_parameter");
});

test("each wrong or unknown field is pointed at by an RFC 6901 pointer", () => {
  const schema = z.strictObject({ a: z.strictObject({ "b/c": z.string() }) });
  const outcome = schema.safeParse({ a: { "b/c": 1, "d~e": 2 }, f: 3 });
  const pointers = outcome.error ? toFieldErrors(outcome.error).map((error) => error.pointer) : [];
  expect(pointers.toSorted()).toEqual(["/a/b~1c", "/a/d~0e", "/f"]);
});
