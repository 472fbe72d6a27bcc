import { expect, it } from "vitest";
import type { MeasuredInterview } from "@/lib/evaluation/mit-interview/judge-interviews";
import { softSkillsCard } from "@/lib/fitting/soft-skills-card";
import { fitSoftSkillsParts } from "@/lib/fitting/soft-skills-parts";
import { FEATURES } from "@/scoring/features/feature-registry";
import { measured, unmeasurable, type Measurement } from "@/scoring/features/measurement";
import { seededRandom } from "@/scoring/fitting/seeded-random";
import { softSkillsPrior } from "@/scoring/fitting/soft-skills-prior";
import { softSkillsModelSchema } from "@/scoring/models/model-schema";

const PERSONS = 12;
/** Without pauses in phrases, tempo and pitch, as in data without audio. */
const MEASURED =
  /^(vocabulary|wording|empathy|structure|relevance|fillers|repairs)\.|pace\.wordsPerMinute|pauses\.(long|silent)/;

/** Made-up interviews: every term's value is random, and the judges hear fillers alone. */
function makeInterviews(): MeasuredInterview[] {
  const random = seededRandom(11);
  const terms = Object.values(softSkillsPrior().dimensions).flatMap((part) => part.terms);
  return Array.from({ length: 2 * PERSONS }, (_, i) => {
    const table = new Map<string, Measurement>(FEATURES.map(({ id }) => [id, unmeasurable("failed")]));
    const values = new Map<string, number>();
    for (const { id } of FEATURES) {
      const knots = terms.find(({ feature }) => feature === id)?.knots;
      const [low, high] = [knots?.[0]?.[0] ?? 0, knots?.at(-1)?.[0] ?? 3];
      if (MEASURED.test(id)) values.set(id, low + random() * (high - low));
    }
    const rating = 7 - 0.4 * (values.get("fillers.all") ?? 0);
    const ratings = {
      overall: rating,
      communication: rating,
      clarity: rating,
      composure: rating,
      empathy_signal: rating,
    };
    for (const [id, value] of values) table.set(id, measured(value));
    return { participant: `p${i >> 1}`, table, ratings };
  });
}

const { fitted, parts } = fitSoftSkillsParts(makeInterviews());
const fillersOf = (model: typeof fitted) => model.dimensions.communication.terms.find(({ term }) => term === "fillers");

it("gives weight to what the judges go by where most of the part is measured", () => {
  expect(parts.find(({ part }) => part === "communication")).toMatchObject({ decision: "refitted" });
  expect(fillersOf(fitted)?.weight).toBeGreaterThan(1.2 * (fillersOf(softSkillsPrior())?.weight ?? Infinity));
});

it("keeps empathy_signal, and parts of which less than half is measured", () => {
  expect(parts.find(({ part }) => part === "empathy_signal")?.decision).toBe("kept: rated trait is another");
  expect(parts.find(({ part }) => part === "composure without words")?.decision).toBe(
    "kept: too little of it is measured",
  );
  expect(fitted.dimensions.empathy_signal).toEqual(softSkillsPrior().dimensions.empathy_signal);
});

it("is a model that can be published, and its card names every part with its figures", () => {
  expect(() => softSkillsModelSchema.parse({ ...fitted, id: "soft-skills@1.9.0", card: "a.md" })).not.toThrow();
  const publication = {
    id: "soft-skills@1.9.0",
    card: "soft-skills-1.9.0.md",
    date: "2026-05-31",
    command: "npm run fit",
  };
  const card = softSkillsCard(publication, fitted, parts, { interviews: 24, persons: PERSONS });
  expect(card).toContain("# soft-skills@1.9.0");
  for (const { part, decision } of parts) expect(card).toMatch(new RegExp(`\\| ${part} \\|.*${decision}`));
});
