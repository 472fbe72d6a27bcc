import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AcousticArtifacts } from "@/scoring/acoustics/acoustic-artifacts";
import { analyseAcoustics, LONGEST_RECORDING_MS } from "@/scoring/acoustics/analyse-acoustics";
import { overlapMs } from "@/scoring/acoustics/interval";
import { wasmKernels } from "@/scoring/acoustics/kernels/wasm-kernels";
import {
  fricative,
  harmonics,
  join,
  mix,
  pinkNoise,
  rootMeanSquare,
  samplesOf,
  scale,
  silence,
  sine,
  syllables,
  vowel,
  whiteNoise,
} from "@/scoring/acoustics/testing/synthetic-signals";

const kernels = wasmKernels();
const analyse = (samples: Float32Array): AcousticArtifacts => analyseAcoustics(samples, kernels);

/** 700 ms of nothing, 2 s of speech, 500 ms pause, 1.6 s of speech, 600 ms of nothing. */
const ANSWER = join(silence(700), syllables(10), silence(500), syllables(8), silence(600));
const ANSWER_RUNS = [
  { startMs: 700, endMs: 2_700 },
  { startMs: 3_200, endMs: 4_800 },
];

function expectRuns(found: AcousticArtifacts["runs"], expected: typeof ANSWER_RUNS, toleranceMs: number): void {
  expect(found.length).toBe(expected.length);
  for (const [i, run] of expected.entries()) {
    expect(Math.abs((found[i]?.startMs ?? NaN) - run.startMs)).toBeLessThanOrEqual(toleranceMs);
    expect(Math.abs((found[i]?.endMs ?? NaN) - run.endMs)).toBeLessThanOrEqual(toleranceMs);
  }
}

function expectFinite(artifacts: AcousticArtifacts): void {
  expect(artifacts.frames.energyDb.every(Number.isFinite)).toBe(true);
  expect(artifacts.frames.f0Hz.every((hz) => Number.isNaN(hz) || (hz > 70 && hz <= 600))).toBe(true);
  expect(artifacts.nucleiMs.every(Number.isFinite)).toBe(true);
  const { speechDb, noiseDb, snrDb, clippedShare } = artifacts.levels;
  for (const level of [speechDb ?? 0, noiseDb, snrDb ?? 0, clippedShare]) expect(level).toSatisfy(Number.isFinite);
}

describe("speech runs", () => {
  it("start and end within 20 ms of the speech, in silence and at 30 dB SNR", () => {
    expectRuns(analyse(ANSWER).runs, ANSWER_RUNS, 20);
    expectRuns(analyse(mix(ANSWER, whiteNoise(5_400, 0.0025))).runs, ANSWER_RUNS, 20);
  });

  it("stay within 60 ms at 15 dB SNR in pink noise", () => {
    const speechRms = rootMeanSquare(syllables(10));
    expectRuns(analyse(mix(ANSWER, pinkNoise(5_400, speechRms / 10 ** (15 / 20)))).runs, ANSWER_RUNS, 60);
  });

  it("move by a second when a second of silence is put in front, and do not change otherwise", () => {
    const moved = analyse(join(silence(1_000), mix(ANSWER, whiteNoise(5_400, 0.002)))).runs;
    const original = analyse(mix(ANSWER, whiteNoise(5_400, 0.002))).runs;
    expectRuns(
      moved,
      original.map((run) => ({ startMs: run.startMs + 1_000, endMs: run.endMs + 1_000 })),
      10,
    );
  });

  it("hold an unvoiced consonant beside a vowel, but not a breath by itself", () => {
    const word = join(fricative(120, 0.04), syllables(3), fricative(140, 0.04, 5));
    const breath = fricative(350, 0.008, 9);
    const { runs } = analyse(join(silence(500), word, silence(300), breath, silence(300), syllables(3), silence(500)));
    expectRuns(
      runs,
      [
        { startMs: 500, endMs: 1_360 },
        { startMs: 2_310, endMs: 2_910 },
      ],
      20,
    );
  });

  it("are none in silence, noise, a hum, a hum with noise", () => {
    const hum = harmonics(5_000, () => 100, 1, 4);
    const sounds = [silence(5_000), whiteNoise(5_000, 0.1), pinkNoise(5_000, 0.1), hum];
    for (const sound of [...sounds, mix(hum, whiteNoise(5_000, 0.01)), sine(5_000, 200)]) {
      const { runs, levels, nucleiMs, hesitations } = analyse(sound);
      expect({ runs, nucleiMs, hesitations }).toEqual({ runs: [], nucleiMs: [], hesitations: [] });
      expect(levels).toMatchObject({ speechDb: null, snrDb: null });
    }
  });

  it("do not depend on gain", () => {
    const noisy = mix(ANSWER, whiteNoise(5_400, 0.002));
    const original = analyse(noisy);
    fc.assert(
      fc.property(fc.double({ min: -40, max: 20, noNaN: true }), (gainDb) => {
        const louder = analyse(scale(noisy, 10 ** (gainDb / 20)));
        expectRuns(louder.runs, [...original.runs], 10);
        expect(louder.nucleiMs).toEqual(original.nucleiMs);
        expect(louder.levels.snrDb).toBeCloseTo(original.levels.snrDb ?? NaN, 1);
        expect((louder.levels.speechDb ?? NaN) - gainDb).toBeCloseTo(original.levels.speechDb ?? NaN, 1);
      }),
      { numRuns: 12 },
    );
  });

  it("survive a recording that clips half of its peaks", () => {
    const clipped = scale(ANSWER, 6).map((sample) => Math.max(-1, Math.min(1, sample)));
    const { runs, levels } = analyse(clipped);
    expectRuns(runs, ANSWER_RUNS, 20);
    expect(levels.clippedShare).toBeGreaterThan(0.02);
  });
});

describe("levels", () => {
  it.each([30, 20, 15])("find an SNR of %i dB within 1.5 dB", (snrDb) => {
    const noisy = mix(ANSWER, whiteNoise(5_400, 1e-3 * 10 ** ((30 - snrDb) / 20)));
    const clean = analyse(ANSWER).levels.speechDb ?? NaN;
    // The 10th percentile of white noise lies about 0.5 dB below its mean level.
    const expected = clean - 20 * Math.log10(1e-3 * 10 ** ((30 - snrDb) / 20));
    expect(Math.abs((analyse(noisy).levels.snrDb ?? NaN) - expected)).toBeLessThan(1.5);
  });
});

describe("syllable nuclei", () => {
  it("are one a syllable, inside the runs; only the recording's last peak never counts, as published", () => {
    const { nucleiMs, runs } = analyse(ANSWER);
    expect(nucleiMs.length).toBe(18 - 1);
    for (const time of nucleiMs) expect(runs.some((run) => time > run.startMs && time < run.endMs)).toBe(true);
  });
});

describe("hesitations", () => {
  it("hold a level held vowel beside a pause and nothing of the syllables around", () => {
    const heldAtMs = 2_000;
    const { hesitations } = analyse(
      join(
        silence(400),
        syllables(8),
        vowel(450, () => 120, 0.4),
        silence(400),
        syllables(8),
        silence(400),
      ),
    );
    expect(hesitations.length).toBe(1);
    const held = { startMs: heldAtMs, endMs: heldAtMs + 450 };
    for (const found of hesitations) expect(overlapMs(found, held)).toBeGreaterThan(250);
  });
});

describe("any input", () => {
  it.each([0, 1, 100, 639, 640, 641, 2_047])("of %i samples gives a complete result", (count) => {
    for (const samples of [new Float32Array(count), whiteNoise(200, 0.1).subarray(0, count)]) {
      const artifacts = analyse(samples);
      expect(artifacts.frames.count).toBe(count < 640 ? 0 : Math.floor((count - 640) / 160) + 1);
      expect(artifacts.runs).toEqual([]);
      expectFinite(artifacts);
    }
  });

  it("counts samples that are not finite as 0 and leaves the caller's array alone", () => {
    const broken = Float32Array.from(ANSWER);
    for (let i = 0; i < broken.length; i += 997) broken[i] = [NaN, Infinity, -Infinity][i % 3] ?? NaN;
    const mended = broken.map((sample) => (Number.isFinite(sample) ? sample : 0));
    expect(analyse(broken)).toEqual(analyse(mended));
    expect(Number.isFinite(broken[0])).toBe(false);
    expectFinite(analyse(broken));
  });

  it("gives finite numbers for absurd samples", () => {
    expectFinite(analyse(new Float32Array(16_000).map((_, i) => (i % 2 === 0 ? 3e38 : -3e38))));
  });

  it("does not hear a constant offset", () => {
    const offset = analyse(ANSWER.map((sample) => sample + 0.3));
    expectRuns(offset.runs, ANSWER_RUNS, 20);
    expect(offset.levels.speechDb).toBeCloseTo(analyse(ANSWER).levels.speechDb ?? NaN, 0);
  });

  it("gives the same result again, whatever was analysed in between", () => {
    const first = analyse(ANSWER);
    analyse(whiteNoise(1_000, 0.5));
    expect(analyse(ANSWER)).toEqual(first);
    expect(analyseAcoustics(ANSWER)).toEqual(first);
  });

  it("refuses more than 15 minutes and says so", () => {
    expect(() => analyse(new Float32Array(samplesOf(LONGEST_RECORDING_MS) + 1))).toThrow(/longer than 900000 ms/);
  });
});
