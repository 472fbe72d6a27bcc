import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AcousticArtifacts } from "@/scoring/acoustics/acoustic-artifacts";
import { analyseAcoustics, LONGEST_RECORDING_MS } from "@/scoring/acoustics/analyse-acoustics";
import { fromStoredAcoustics, toStoredAcoustics } from "@/scoring/acoustics/stored-acoustics";
import { arbitraryOddRecording } from "@/scoring/acoustics/testing/odd-recordings";
import {
  as16Bit,
  join,
  mix,
  overTelephone,
  pinkNoise,
  rootMeanSquare,
  samplesOf,
  scale,
  silence,
  spokenLike,
  whiteNoise,
} from "@/scoring/acoustics/testing/synthetic-signals";

/** Everything that holds of an analysis, whatever was analysed. */
function expectSound(artifacts: AcousticArtifacts, sampleCount: number): void {
  const { durationMs, frames, runs, nucleiMs, hesitations, levels } = artifacts;
  expect(durationMs).toBe(sampleCount / 16);
  expect([frames.energyDb.length, frames.f0Hz.length]).toEqual([frames.count, frames.count]);
  expect(frames.energyDb.every((level) => level >= -120 && level < 70)).toBe(true);
  expect(frames.f0Hz.every((hz) => Number.isNaN(hz) || (hz > 70 && hz <= 600))).toBe(true);
  for (const intervals of [runs, hesitations]) {
    for (const [i, { startMs, endMs }] of intervals.entries()) {
      expect(startMs).toBeGreaterThanOrEqual(intervals[i - 1]?.endMs ?? 0);
      expect(endMs).toBeGreaterThan(startMs);
      expect(endMs).toBeLessThanOrEqual(durationMs);
    }
  }
  for (const [i, timeMs] of nucleiMs.entries()) {
    expect(timeMs).toBeGreaterThan(nucleiMs[i - 1] ?? -1);
    expect(runs.some((run) => timeMs >= run.startMs - 5 && timeMs <= run.endMs + 5)).toBe(true);
  }
  expect(Number.isFinite(levels.noiseDb)).toBe(true);
  expect(levels.clippedShare >= 0 && levels.clippedShare <= 1).toBe(true);
  // There is a speech level exactly where there is speech.
  expect([levels.speechDb === null, levels.snrDb === null]).toEqual([runs.length === 0, runs.length === 0]);
  expect(Math.abs(levels.speechDb ?? 0)).toBeLessThan(121);
  expect(levels.snrDb ?? 0).toBeLessThan(70);
  expect(fromStoredAcoustics(JSON.parse(JSON.stringify(toStoredAcoustics(artifacts))))).toEqual(artifacts);
}

describe("analyseAcoustics of odd recordings", () => {
  it("gives finite, ordered results inside the recording, whatever happened to it", () => {
    fc.assert(
      fc.property(arbitraryOddRecording, ({ samples }) => {
        const before = samples.slice();
        expectSound(analyseAcoustics(samples), samples.length);
        expect(samples).toEqual(before);
      }),
      { numRuns: 60 },
    );
  });

  it("gives them for any samples at all", () => {
    const sample = fc.oneof(
      fc.float(),
      fc.float({ min: -1, max: 1 }),
      fc.constantFrom(NaN, Infinity, -Infinity, 1e-42),
    );
    const samples = fc.array(sample, { maxLength: 3_000 }).map((values) => Float32Array.from(values));
    fc.assert(fc.property(samples, (values) => expectSound(analyseAcoustics(values), values.length)));
  });

  it("takes the longest recording, 15 minutes", () => {
    const part = mix(spokenLike(12, 3), whiteNoise(60_000, 0.001));
    const whole = new Float32Array(samplesOf(LONGEST_RECORDING_MS));
    for (let at = 0; at < whole.length; at += part.length) whole.set(part.subarray(0, whole.length - at), at);
    const artifacts = analyseAcoustics(whole);
    expectSound(artifacts, whole.length);
    expect(artifacts.runs.length).toBeGreaterThan(200);
  });
});

const SPEECH = spokenLike(8, 41);
const DURATION_MS = SPEECH.length / 16;
const NOISY = mix(SPEECH, whiteNoise(DURATION_MS, 0.002));

describe("speech runs", () => {
  it.each([-12, 6])("are the same with %i dB of gain", (gainDb) => {
    const louder = analyseAcoustics(scale(NOISY, 10 ** (gainDb / 20)));
    const original = analyseAcoustics(NOISY);
    expect(louder.runs).toEqual(original.runs);
    expect(louder.levels.snrDb).toBeCloseTo(original.levels.snrDb ?? NaN, 1);
    expect(louder.nucleiMs).toEqual(original.nucleiMs);
  });

  it.each([
    ["in noise", NOISY],
    ["with digital silence in the pauses", SPEECH],
  ])("only move when a second of silence is put in front: %s", (_, samples) => {
    const original = analyseAcoustics(samples);
    const moved = analyseAcoustics(join(silence(1_000), samples));
    expect(moved.runs).toEqual(
      original.runs.map(({ startMs, endMs }) => ({ startMs: startMs + 1_000, endMs: endMs + 1_000 })),
    );
    expect(moved.levels.snrDb).toBeCloseTo(original.levels.snrDb ?? NaN, 0);
  });

  it.each([20, 10, 5])("cover at least 85 % of the same frames in pink noise %i dB below the voice", (snrDb) => {
    const clean = speechFrames(analyseAcoustics(SPEECH));
    const noise = pinkNoise(DURATION_MS, voiceRms() / 10 ** (snrDb / 20), 8);
    const noisy = speechFrames(analyseAcoustics(mix(SPEECH, noise)));
    const same = clean.filter((isSpeech, i) => isSpeech === noisy[i]).length;
    expect(same / clean.length).toBeGreaterThan(0.85);
  });

  it("are found over a telephone line as in the room", () => {
    const clean = speechFrames(analyseAcoustics(SPEECH));
    const phone = speechFrames(analyseAcoustics(as16Bit(overTelephone(SPEECH))));
    expect(clean.filter((isSpeech, i) => isSpeech === phone[i]).length / clean.length).toBeGreaterThan(0.93);
  });
});

/** Root mean square of the voice itself, its pauses left out. */
function voiceRms(): number {
  return rootMeanSquare(SPEECH.filter((sample) => sample !== 0));
}

function speechFrames({ runs, durationMs }: AcousticArtifacts): boolean[] {
  return Array.from({ length: Math.floor(durationMs / 10) }, (_, i) =>
    runs.some((run) => 10 * i >= run.startMs && 10 * i < run.endMs),
  );
}

describe("SNR", () => {
  const speechDb = analyseAcoustics(SPEECH).levels.speechDb ?? NaN;

  it.each([
    ["white", 40],
    ["white", 20],
    ["white", 10],
    ["pink", 30],
    ["pink", 15],
    ["pink", 8],
  ] as const)(
    "of %s noise at %i dB is measured within 4 dB: the quietest tenth of noise lies below its mean",
    (kind, snrDb) => {
      const makeNoise = kind === "white" ? whiteNoise : pinkNoise;
      const noise = makeNoise(DURATION_MS, 10 ** ((speechDb - snrDb) / 20), 5);
      const { levels } = analyseAcoustics(mix(SPEECH, noise));
      expect(Math.abs((levels.snrDb ?? NaN) - snrDb)).toBeLessThan(4);
    },
  );

  it.each([10, 20])("of noise at %i dB is still found when every pause is muted", (snrDb) => {
    const noise = whiteNoise(DURATION_MS, 10 ** ((speechDb - snrDb) / 20), 5);
    const gated = mix(SPEECH, noise).map((sample, i) => (isMuted(i) ? 0 : sample));
    expect(Math.abs((analyseAcoustics(gated).levels.snrDb ?? NaN) - snrDb)).toBeLessThan(5);
  });

  it("of a clean voice with digital silence in its pauses is no absurd number", () => {
    const { snrDb } = analyseAcoustics(SPEECH).levels;
    expect(snrDb).toBeGreaterThan(20);
    expect(snrDb).toBeLessThan(66);
  });
});

/** Digital silence for at least 50 ms around. */
function isMuted(sample: number): boolean {
  const reach = samplesOf(25);
  return SPEECH.subarray(Math.max(0, sample - reach), sample + reach).every((value) => value === 0);
}
