import { expect, it } from "vitest";
import { compareWithJudges } from "@/lib/evaluation/mit-interview/compare-with-judges";

const ratings = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
const persons = ratings.map((_, row) => `p${Math.floor(row / 2)}`);
/** Hardly related to the ratings. */
const noise = [3, -1, 2, -2, 3, -3, 1, -1, 2, -2, 3, -3];

it("a score equal to the ratings agrees fully and gains over any other baseline in every draw", () => {
  const agreement = compareWithJudges(ratings, noise, ratings, persons);
  expect(agreement.r.value).toBeCloseTo(1, 12);
  expect(agreement.rho.value).toBeCloseTo(1, 12);
  expect(agreement.gainPositive).toBe(1);
  expect(agreement.gain.interval?.low).toBeGreaterThan(0);
});

it("the baseline gains nothing over itself", () => {
  const agreement = compareWithJudges(noise, noise, ratings, persons);
  expect(agreement.gain.value).toBe(0);
  expect(agreement.gainPositive).toBe(0);
});

it("one person alone has no interval", () => {
  const agreement = compareWithJudges(
    ratings,
    noise,
    ratings,
    ratings.map(() => "p1"),
  );
  expect(agreement.r.interval).toBeNull();
  expect(agreement.gainPositive).toBeNull();
});
