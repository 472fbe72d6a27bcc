import fc from "fast-check";
import { expect, test } from "vitest";
import { crossValidate } from "@/scoring/fitting/cross-validate";
import { groupedFolds, leaveOneGroupOut } from "@/scoring/fitting/grouped-folds";

const people = fc
  .array(fc.constantFrom("a", "b", "c", "d", "e", "f", "g"), { minLength: 2, maxLength: 60 })
  .filter((groups) => new Set(groups).size > 1);

test("property: every row is judged exactly once, and never by a model that saw its person", () => {
  fc.assert(
    fc.property(people, fc.integer({ min: 2, max: 10 }), fc.integer(), (groups, k, seed) => {
      const folds = groupedFolds(groups, k, seed);
      expect(folds.flatMap(({ test: rows }) => rows).sort((a, b) => a - b)).toEqual(groups.map((_, row) => row));
      for (const { train, test: judged } of folds) {
        const heard = new Set(train.map((row) => groups[row]));
        expect(judged.some((row) => heard.has(groups[row]))).toBe(false);
        expect(train.length + judged.length).toBe(groups.length);
      }
    }),
  );
});

test("the same seed gives the same folds, another seed others", () => {
  const groups = Array.from({ length: 60 }, (_, row) => `p${row % 20}`);
  expect(groupedFolds(groups, 10, 7)).toEqual(groupedFolds(groups, 10, 7));
  expect(groupedFolds(groups, 10, 8)).not.toEqual(groupedFolds(groups, 10, 7));
});

test("folds do not depend on the order of the rows", () => {
  const groups = ["a", "a", "b", "b", "c", "c", "d", "d"];
  const backwards = [...groups].reverse();
  const peopleOf = (rows: readonly string[]) =>
    groupedFolds(rows, 2, 3).map(({ test: judged }) => [...new Set(judged.map((row) => rows[row]))].sort());
  expect(peopleOf(backwards)).toEqual(peopleOf(groups));
});

test("leaving one person out gives one fold a person", () => {
  expect(leaveOneGroupOut(["b", "a", "b"])).toEqual([
    { train: [0, 2], test: [1] },
    { train: [1], test: [0, 2] },
  ]);
});

test("one person alone cannot be cross-validated", () => {
  expect(() => groupedFolds(["a", "a"], 5, 1)).toThrow("at least two groups");
  expect(() => leaveOneGroupOut(["a", "a"])).toThrow("at least two groups");
});

test("predictions come from the fold that left the row out; repeated folds are averaged", () => {
  const target = [0, 10, 20];
  const mean = (rows: readonly number[]): number =>
    rows.reduce((sum, row) => sum + (target[row] ?? 0), 0) / rows.length;
  const fit = (train: readonly number[]) => () => mean(train);
  const folds = leaveOneGroupOut(["a", "b", "c"]);
  expect(crossValidate(3, folds, fit)).toEqual([15, 10, 5]);
  expect(crossValidate(3, [...folds, ...folds], fit)).toEqual([15, 10, 5]);
  expect(() => crossValidate(4, folds, fit)).toThrow("row 3 is in no fold");
});
