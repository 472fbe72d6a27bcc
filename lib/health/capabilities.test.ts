import { describe, expect, test } from "vitest";
import { type CapabilityFacts, describeCapabilities } from "@/lib/health/capabilities";

const EVERYTHING: CapabilityFacts = {
  nodeVersion: "22.14.0",
  nodeRecommended: true,
  database: "embedded",
  mediaDecoder: "library",
  alignedLanguages: ["en", "fr"],
  recogniser: "some recogniser",
  vectorLanguages: ["en"],
};

const stateOf = (facts: CapabilityFacts, key: string) =>
  describeCapabilities(facts).find((capability) => capability.key === key)?.state;

describe("the table of what works", () => {
  test("asks for nothing where everything is there", () => {
    expect(describeCapabilities(EVERYTHING).filter((row) => row.state !== "works" || row.action !== null)).toEqual([]);
  });

  test.each([
    [{ recogniser: null }, "recogniser", "off"],
    [{ mediaDecoder: null }, "media", "limited"],
    [{ vectorLanguages: [] }, "vectors", "off"],
    [{ database: "not_reachable" }, "database", "off"],
    [{ alignedLanguages: [] }, "transcripts", "limited"],
  ] as const)("says what to do about %j", (lack, key, state) => {
    const facts = { ...EVERYTHING, ...lack };
    expect(stateOf(facts, key)).toBe(state);
    expect(describeCapabilities(facts).find((row) => row.key === key)?.action).toMatch(/\.$/);
  });

  test("has the same rows whatever was found", () => {
    const keys = (facts: CapabilityFacts) => describeCapabilities(facts).map((row) => row.key);
    expect(keys({ ...EVERYTHING, recogniser: null, mediaDecoder: null })).toEqual(keys(EVERYTHING));
  });
});
