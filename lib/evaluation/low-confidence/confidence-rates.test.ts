import { expect, it } from "vitest";
import type { AnswerConfidence, WithholdingReason } from "@/lib/evaluation/low-confidence/confidence-of-answers";
import {
  compareGroups,
  GROUP_PAIRS,
  occurringReasons,
  reasonRate,
  withheldRate,
} from "@/lib/evaluation/low-confidence/confidence-rates";

const person = (speaker: string, adult: boolean, gender: "f" | "m", clarity: WithholdingReason[]): AnswerConfidence => {
  return { speaker, adult, gender, reasons: { communication: [], clarity, composure: [], empathy_signal: [] } };
};
const people = [
  person("a", true, "f", ["noise", "too_short"]),
  person("b", true, "f", []),
  person("c", true, "m", []),
  person("d", true, "m", []),
  person("e", false, "f", ["noise"]),
  person("f", false, "m", ["noise"]),
];

it("counts an answer once, however many reasons it has", () => {
  expect(withheldRate(people, "clarity")).toBe(0.5);
  expect(reasonRate(people, "clarity", "noise")).toBe(0.5);
  expect(reasonRate(people, "clarity", "too_short")).toBeCloseTo(1 / 6, 9);
  expect(withheldRate(people, "composure")).toBe(0);
  expect(withheldRate([], "clarity")).toBeNull();
  expect(occurringReasons(people)).toEqual(["noise", "too_short"]);
});

it("compares women with men among adults only, adults with children among all", () => {
  const [gender, children, age] = GROUP_PAIRS.map((pair) => compareGroups(people, pair, "clarity"));
  expect(gender).toMatchObject({ first: 0.5, second: 0, points: 50 });
  expect(children).toMatchObject({ first: 1, second: 1, points: 0 });
  expect(age).toMatchObject({ first: 0.25, second: 1, points: -75 });
});
