import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildAnswerView } from "@/scoring/features/build-answer-view";
import { defineFeature } from "@/scoring/features/define-feature";
import { extractFeature, extractFeatures } from "@/scoring/features/extract-features";
import { FEATURES, findFeature } from "@/scoring/features/feature-registry";
import { measured } from "@/scoring/features/measurement";
import { withoutBlock } from "@/scoring/features/without-block";
import type { ScorerInput } from "@/scoring/pipeline/scorer-input";
import { findModel } from "@/scoring/models/model-catalogue";
import { arbitraryAnswer } from "@/scoring/testing/arbitrary-answer";
import { makeAnswer } from "@/scoring/testing/make-answer";

/** Answers are large: shrinking one takes minutes and shows little. */
const RUNS = { numRuns: 60, endOnFailure: true };

/** Features that the four dimensions use, in either variant of the model. */
function scoredFeatures(): string[] {
  const model = findModel("soft-skills@0.1.0");
  if (model === null) throw new Error("soft-skills@0.1.0 is not in the catalogue");
  const parts = [...Object.values(model.dimensions), ...Object.values(model.noWords)];
  return [...new Set(parts.flatMap((part) => [...part.terms, ...part.acts].map((entry) => entry.feature)))];
}

/** Every scored feature's value or reason. Rounding errors of sums are no difference. */
function scoredValues(input: ScorerInput): Record<string, number | string> {
  const table = extractFeatures(buildAnswerView(input), scoredFeatures());
  return Object.fromEntries(
    Array.from(table, ([id, found]) => [id, found.kind === "measured" ? found.value : found.reason]),
  );
}

function expectSameValues(changed: ScorerInput, original: ScorerInput, tolerance: Record<string, number> = {}): void {
  const now = scoredValues(changed);
  for (const [id, value] of Object.entries(scoredValues(original))) {
    if (typeof value === "string") expect([id, now[id]]).toEqual([id, value]);
    else expect(Math.abs(Number(now[id]) - value), id).toBeLessThanOrEqual(tolerance[id] ?? 1e-3);
  }
}

describe("every feature", () => {
  it("has an id of its own in the form family.name, and a symbol of its own", () => {
    expect(new Set(FEATURES.map((feature) => feature.id)).size).toBe(FEATURES.length);
    expect(new Set(FEATURES.map((feature) => feature.symbol)).size).toBe(FEATURES.length);
    for (const feature of FEATURES) expect(feature.id).toMatch(/^[a-z]+\.[a-z][A-Za-z0-9]*$/);
  });

  it("is registered when the model names it", () => {
    for (const id of scoredFeatures()) expect(findFeature(id).id).toBe(id);
    expect(() => findFeature("pace.unheardOf")).toThrow(RangeError);
  });

  it("gives a finite value inside its range, or a reason, on any valid answer and without any of its blocks", () => {
    fc.assert(
      fc.property(arbitraryAnswer, (input) => {
        const whole = buildAnswerView(input);
        const { length } = whole.timeline.blocks;
        const views = [
          whole,
          ...[0, length - 1].filter((i) => i >= 0 && i < length).map((i) => withoutBlock(whole, i)),
        ];
        for (const view of views) {
          for (const feature of FEATURES) {
            const found = extractFeature(feature, view);
            if (found.kind === "unmeasurable") expect(found.reason).not.toBe("failed");
            else expect(Number.isFinite(found.value)).toBe(true);
          }
        }
      }),
      RUNS,
    );
  });

  it("has moments in the order of time", () => {
    fc.assert(
      fc.property(arbitraryAnswer, (input) => {
        for (const found of extractFeatures(buildAnswerView(input)).values()) {
          if (found.kind !== "measured") continue;
          const starts = found.moments.map((moment) => moment.startMs);
          expect(starts).toEqual(starts.toSorted((a, b) => a - b));
        }
      }),
      RUNS,
    );
  });
});

describe("scored features do not change", () => {
  it("when silence is put before the answer", () => {
    fc.assert(
      fc.property(arbitraryAnswer, fc.integer({ min: 1, max: 500 }), (input, hundredths) => {
        expectSameValues(delayed(input, hundredths * 10), input);
      }),
      RUNS,
    );
  });

  it("with the recording level", () => {
    fc.assert(
      fc.property(arbitraryAnswer, fc.integer({ min: -24, max: 24 }), (input, gainDb) => {
        expectSameValues(amplified(input, gainDb), input);
      }),
      RUNS,
    );
  });

  it("with the height of the voice, but for rounding to a hundredth of a semitone", () => {
    fc.assert(
      fc.property(arbitraryAnswer, fc.double({ min: 0.7, max: 1.5, noNaN: true }), (input, factor) => {
        expectSameValues(shifted(input, factor), input, { "pitch.range": 0.03, "pitch.drift": 0.03 });
      }),
      RUNS,
    );
  });
});

describe("extractFeatures", () => {
  const view = buildAnswerView(makeAnswer("we sat by the lake."));

  it("measures the named features only", () => {
    expect([...extractFeatures(view, ["pace.speechRate"]).keys()]).toEqual(["pace.speechRate"]);
    expect(extractFeatures(view).size).toBe(FEATURES.length);
  });

  it("says which part was missing", () => {
    const vectors = null;
    const long = "we sat by the lake and spoke of the long road home. ".repeat(4);
    const reason = (input: ScorerInput) => extractFeatures(buildAnswerView(input)).get("relevance.toPrompt");
    expect(reason(makeAnswer(long, { transcript: false }))).toMatchObject({ reason: "no_transcript" });
    expect(reason(makeAnswer(long))).toMatchObject({ reason: "no_prompt" });
    expect(reason(makeAnswer(long, { vectors, prompt: { text: "a lake?" } }))).toMatchObject({ reason: "no_vectors" });
    expect(reason(makeAnswer("we sat", { prompt: { text: "a lake?" } }))).toMatchObject({ reason: "too_few_words" });
  });

  it("refuses a value outside the range of its feature", () => {
    const wild = defineFeature({
      id: "test.wild",
      symbol: "WILD",
      label: "Wild",
      description: "Made up.",
      source: "own definition",
      version: 1,
      unit: "share",
      range: [0, 1],
      needs: ["timeline"],
      extract: () => measured(1.5),
    });
    expect(() => extractFeature(wild, view)).toThrow("test.wild is 1.5, outside 0..1");
  });

  it("hands a feature the parts it named and no others", () => {
    const curious = defineFeature({
      id: "test.curious",
      symbol: "CURIOUS",
      label: "Curious",
      description: "Made up.",
      source: "own definition",
      version: 1,
      unit: "parts",
      range: [0, 100],
      needs: ["timeline", "levels"],
      extract: (parts) => measured(Object.keys(parts).length),
    });
    expect(extractFeature(curious, view)).toEqual(measured(2));
  });
});

function delayed(input: ScorerInput, delayMs: number): ScorerInput {
  const { acoustics, transcript, prompt } = input;
  const { frames } = acoustics;
  const later = <Stretch extends { startMs: number; endMs: number }>(stretch: Stretch): Stretch => {
    return { ...stretch, startMs: stretch.startMs + delayMs, endMs: stretch.endMs + delayMs };
  };
  const added = delayMs / 10;
  const lead = (values: Float32Array, value: number): Float32Array => {
    const longer = new Float32Array(values.length + added).fill(value);
    longer.set(values, added);
    return longer;
  };
  return {
    ...input,
    acoustics: {
      ...acoustics,
      durationMs: acoustics.durationMs + delayMs,
      frames: {
        ...frames,
        count: frames.count + added,
        energyDb: lead(frames.energyDb, acoustics.levels.noiseDb),
        f0Hz: lead(frames.f0Hz, NaN),
      },
      runs: acoustics.runs.map(later),
      nucleiMs: acoustics.nucleiMs.map((time) => time + delayMs),
      hesitations: acoustics.hesitations.map(later),
    },
    transcript: transcript && { ...transcript, words: transcript.words.map(later) },
    prompt: prompt && { ...prompt, endMs: prompt.endMs === null ? null : prompt.endMs + delayMs },
  };
}

function amplified(input: ScorerInput, gainDb: number): ScorerInput {
  const { acoustics } = input;
  const { frames, levels } = acoustics;
  return {
    ...input,
    acoustics: {
      ...acoustics,
      frames: { ...frames, energyDb: frames.energyDb.map((level) => level + gainDb) },
      levels: { ...levels, noiseDb: levels.noiseDb + gainDb, speechDb: levels.speechDb && levels.speechDb + gainDb },
    },
  };
}

function shifted(input: ScorerInput, factor: number): ScorerInput {
  const { acoustics } = input;
  const f0Hz = acoustics.frames.f0Hz.map((hz) => hz * factor);
  return { ...input, acoustics: { ...acoustics, frames: { ...acoustics.frames, f0Hz } } };
}
