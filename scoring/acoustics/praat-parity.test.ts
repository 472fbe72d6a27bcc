import path from "node:path";
import { describe, expect, it } from "vitest";
import { decodeRecording } from "@/lib/media/decode-recording";
import { frameGrid } from "@/scoring/acoustics/frame-grid";
import { wasmKernels } from "@/scoring/acoustics/kernels/wasm-kernels";
import {
  compareF0,
  largestIntensityDifferenceDb,
  nucleiByPublishedSteps,
  nucleusF1,
  type F0Difference,
} from "@/scoring/acoustics/testing/compare-with-praat";
import { goldenSignals } from "@/scoring/acoustics/testing/golden-signals";
import { praatFixtureGolden, praatGolden, type PraatMeasured } from "@/scoring/acoustics/testing/praat-golden";
import { as16Bit } from "@/scoring/acoustics/testing/synthetic-signals";
import { SAMPLE_RATE_HZ } from "@/scoring/acoustics/acoustic-artifacts";

const FIXTURES = path.resolve(import.meta.dirname, "../../public/fixtures");
const LIMITS = { maxBytes: 50 * 1024 * 1024, maxSeconds: 900 };
const kernels = wasmKernels();

interface Sound {
  readonly name: string;
  readonly samples: Float32Array;
  readonly praat: PraatMeasured;
}

const signals: Sound[] = Object.entries(goldenSignals()).map(([name, samples]) => {
  const praat = praatGolden[name];
  if (!praat) throw new Error(`${name} is not in praat-golden.json: run node scripts/make-praat-golden.mjs`);
  return { name, samples, praat };
});

async function decodeFixture(file: string): Promise<Float32Array> {
  // Praat read 16-bit samples.
  return as16Bit((await decodeRecording(path.join(FIXTURES, file), { limits: LIMITS })).pcm);
}

function startOf(whole: Float32Array): Float32Array {
  return whole.subarray(0, praatFixtureGolden.framesSeconds * SAMPLE_RATE_HZ);
}

/** The limits that are published, over all the sounds together. */
function expectSameF0(differences: readonly F0Difference[]): void {
  const sum = (key: keyof F0Difference): number =>
    differences.reduce((total, difference) => total + difference[key], 0);
  expect(sum("bothVoiced")).toBeGreaterThan(4_000);
  expect(sum("voicingDiffers") / sum("frames")).toBeLessThanOrEqual(0.001);
  expect(sum("grossErrors")).toBe(0);
  expect(Math.sqrt(sum("squaredHz") / sum("bothVoiced"))).toBeLessThan(2);
}

function differenceIn({ samples, praat }: Sound): F0Difference {
  const grid = frameGrid(samples.length);
  expect(grid.count).toBe(praat.f0Hz.length);
  expect(grid.firstCentreMs).toBeCloseTo(praat.firstCentreS * 1000, 3);
  return compareF0(kernels.trackF0(samples, grid).f0Hz, praat);
}

describe("against Praat, on synthetic signals", () => {
  it("voicing differs in at most 0.1 % of frames, F0 has no gross error and an RMSE below 2 Hz", () => {
    expectSameF0(signals.map(differenceIn));
  });

  it.each(signals)("F0 of $name has no gross error and at most one other voicing decision", (sound) => {
    expect(differenceIn(sound)).toMatchObject({ grossErrors: 0 });
    expect(differenceIn(sound).voicingDiffers).toBeLessThanOrEqual(1);
  });

  it.each(signals)("intensity of $name is equal within 0.001 dB", ({ samples, praat }) => {
    const { levelDb } = kernels.measureIntensity(samples);
    expect(levelDb.length).toBe(praat.intensityDb.length);
    expect(largestIntensityDifferenceDb(levelDb, praat)).toBeLessThan(0.001);
  });

  it.each(signals)("syllable nuclei of $name agree with an F1 of at least 95 %", ({ samples, praat }) => {
    expect(nucleusF1(nucleiByPublishedSteps(samples, kernels), praat.nucleiMs)).toBeGreaterThanOrEqual(0.95);
  });
});

describe("against Praat, on the bundled answers", () => {
  const files = Object.entries(praatFixtureGolden.fixtures);

  it("F0 of their first seconds keeps the same limits", async () => {
    const sounds = files.map(async ([name, praat]) => ({ name, praat, samples: startOf(await decodeFixture(name)) }));
    expectSameF0((await Promise.all(sounds)).map(differenceIn));
  });

  it.each(files)("F0 of %s has no gross error and at most 0.1 %% other voicing decisions", async (name, praat) => {
    const difference = differenceIn({ name, praat, samples: startOf(await decodeFixture(name)) });
    expect(difference.grossErrors).toBe(0);
    expect(difference.voicingDiffers / difference.frames).toBeLessThanOrEqual(0.001);
  });

  it.each(files)("intensity and syllable nuclei of %s agree", async (name, praat) => {
    const samples = await decodeFixture(name);
    const { levelDb } = kernels.measureIntensity(startOf(samples));
    expect(levelDb.length).toBe(praat.intensityDb.length);
    expect(largestIntensityDifferenceDb(levelDb, praat)).toBeLessThan(0.01);
    expect(nucleusF1(nucleiByPublishedSteps(samples, kernels), praat.nucleiMs)).toBeGreaterThanOrEqual(0.95);
  });
});
