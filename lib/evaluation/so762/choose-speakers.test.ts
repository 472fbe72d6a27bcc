import fc from "fast-check";
import { expect, test } from "vitest";
import { chooseSpeakers } from "@/lib/evaluation/so762/choose-speakers";

const person = fc.record({
  speaker: fc.string({ minLength: 1 }),
  adult: fc.boolean(),
  gender: fc.constantFrom("f", "m"),
});
const people = fc.uniqueArray(person, { minLength: 1, maxLength: 60, selector: ({ speaker }) => speaker });

test("at most so many speakers with at most so many sentences are taken, and always the same ones", () => {
  fc.assert(
    fc.property(people, fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 5 }), (all, speakers, sentences) => {
      const rows = all.flatMap((one) => [0, 1, 2].map((index) => ({ ...one, index })));
      const chosen = chooseSpeakers(rows, speakers, sentences);
      const names = new Set(chosen.map(({ speaker }) => speaker));
      expect(names.size).toBe(Math.min(speakers, all.length));
      expect(chosen).toHaveLength(names.size * Math.min(3, sentences));
      expect(chosen.every(({ index }) => index < sentences)).toBe(true);
      const again = chooseSpeakers([...rows].reverse(), speakers, 3);
      expect(new Set(again.map(({ speaker }) => speaker))).toEqual(names);
    }),
  );
});

test("age groups and genders keep their shares", () => {
  const rows = Array.from({ length: 60 }, (_, index) => ({
    speaker: `s${index}`,
    adult: index % 2 === 0,
    gender: index % 3 === 0 ? ("m" as const) : ("f" as const),
  }));
  const chosen = chooseSpeakers(rows, 20, 1);
  expect(chosen.filter(({ adult }) => adult)).toHaveLength(10);
  expect(Math.abs(chosen.filter(({ gender }) => gender === "m").length - 20 / 3)).toBeLessThan(2);
});
