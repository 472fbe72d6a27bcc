import fc from "fast-check";
import { expect, test } from "vitest";
import { keepOthers } from "@/scoring/features/view/keep-others";

test("keeps what a filter keeps, and names the stretch only where those gone are neighbours", () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { maxLength: 12 }), (marks) => {
      const items = marks.map((isGone, index) => ({ isGone, index }));
      const { kept, first, end } = keepOthers(items, ({ isGone }) => isGone);
      expect(kept).toEqual(items.filter(({ isGone }) => !isGone));
      const gone = items.filter(({ isGone }) => isGone).map(({ index }) => index);
      const areNeighbours = gone.every((index, at) => index === (gone[0] ?? 0) + at);
      expect([first, end]).toEqual(areNeighbours && gone.length > 0 ? [gone[0], (gone.at(-1) ?? 0) + 1] : [0, 0]);
    }),
  );
});
