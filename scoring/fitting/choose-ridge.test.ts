import { expect, it } from "vitest";
import { chooseRidge } from "@/scoring/fitting/choose-ridge";
import { seededRandom } from "@/scoring/fitting/seeded-random";

const random = seededRandom(3);
const ratings = Array.from({ length: 40 }, () => random());
const persons = ratings.map((_, row) => `p${row >> 1}`);
const noise = ratings.map(() => random());

it("takes the weakest ridge where only that one agrees with persons left out", () => {
  const chosen = chooseRidge([0.1, 1, Infinity], ratings, persons, (_, ridge) => (row) => {
    return ridge === 0.1 ? (ratings[row] ?? 0) : (noise[row] ?? 0);
  });
  expect(chosen).toBe(0.1);
});

it("takes the strongest of those that agree alike: the prior, where a fit gains nothing", () => {
  expect(chooseRidge([0.1, 1, Infinity], ratings, persons, () => (row) => ratings[row] ?? 0)).toBe(Infinity);
});

it("fits without the persons whom it judges", () => {
  chooseRidge([1], ratings, persons, (train) => {
    const heard = new Set(train.map((row) => persons[row]));
    return (row) => {
      expect(heard).not.toContain(persons[row]);
      return 0;
    };
  });
});
