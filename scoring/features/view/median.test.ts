import fc from "fast-check";
import { expect, it } from "vitest";
import { quantile } from "@/scoring/acoustics/quantile";
import { median } from "@/scoring/features/view/median";

it("the median by selection is the median by sorting, and leaves the values as they were", () => {
  // Few different values too: frames of one pitch must not slow or break the selection.
  const value = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.integer({ min: -9_000, max: 9_000 }));
  fc.assert(
    fc.property(fc.array(value, { maxLength: 200 }), (list) => {
      const values = Float32Array.from(list);
      expect(median(values)).toBe(quantile(values, 0.5));
      expect(Array.from(values)).toEqual(Array.from(Float32Array.from(list)));
    }),
    { numRuns: 500 },
  );
});
