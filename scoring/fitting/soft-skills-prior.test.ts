import { expect, it } from "vitest";
import { FEATURES } from "@/scoring/features/feature-registry";
import { ADDED_TERMS, publishedSoftSkills, softSkillsPrior } from "@/scoring/fitting/soft-skills-prior";
import { loadModel } from "@/scoring/models/load-model";

const prior = softSkillsPrior();
const published = publishedSoftSkills();
const sum = (terms: readonly { readonly weight: number }[]): number =>
  terms.reduce((total, { weight }) => total + weight, 0);

it("is a valid model: every added term reads a registered feature that its dimension does not read yet", () => {
  expect(() => loadModel(prior)).not.toThrow();
  for (const dimension of ["communication", "clarity"] as const) {
    const before = new Set(published.dimensions[dimension].terms.map(({ feature }) => feature));
    for (const { feature } of ADDED_TERMS[dimension] ?? []) {
      expect(before).not.toContain(feature);
      expect(FEATURES.map(({ id }) => id)).toContain(feature);
    }
  }
});

it("keeps the sum of weights where terms were added, and leaves the other dimensions alone", () => {
  for (const dimension of ["communication", "clarity"] as const) {
    expect(sum(prior.dimensions[dimension].terms)).toBeCloseTo(sum(published.dimensions[dimension].terms), 9);
  }
  expect(sum(prior.noWords.clarity.terms)).toBeCloseTo(sum(published.noWords.clarity.terms), 9);
  expect(prior.dimensions.composure).toBe(published.dimensions.composure);
  expect(prior.dimensions.empathy_signal).toBe(published.dimensions.empathy_signal);
});
