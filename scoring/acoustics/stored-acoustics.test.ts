import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FRAME_STEP_MS, type AcousticArtifacts } from "@/scoring/acoustics/acoustic-artifacts";
import { analyseAcoustics } from "@/scoring/acoustics/analyse-acoustics";
import { quantise } from "@/scoring/acoustics/quantise";
import { fromStoredAcoustics, toStoredAcoustics } from "@/scoring/acoustics/stored-acoustics";
import { join, mix, silence, syllables, whiteNoise } from "@/scoring/acoustics/testing/synthetic-signals";

function roundTrip(artifacts: AcousticArtifacts): AcousticArtifacts {
  const json: unknown = JSON.parse(JSON.stringify(toStoredAcoustics(artifacts)));
  return fromStoredAcoustics(json);
}

describe("stored acoustics", () => {
  it("come back exactly as they were analysed", () => {
    const samples = mix(join(silence(300), syllables(6), silence(300)), whiteNoise(1_800, 0.001));
    const artifacts = analyseAcoustics(samples);
    expect(artifacts.runs.length).toBeGreaterThan(0);
    expect(roundTrip(artifacts)).toEqual(artifacts);
    expect(roundTrip(analyseAcoustics(new Float32Array(0)))).toEqual(analyseAcoustics(new Float32Array(0)));
  });

  it("keep every quantised level and frequency", () => {
    const base = analyseAcoustics(new Float32Array(0));
    const frame = fc.tuple(
      fc.double({ min: -120, max: 60, noNaN: true }),
      fc.oneof(fc.constant(NaN), fc.double({ min: 70, max: 600, noNaN: true })),
    );
    fc.assert(
      fc.property(fc.array(frame, { maxLength: 50 }), (frames) => {
        const artifacts: AcousticArtifacts = {
          ...base,
          frames: {
            count: frames.length,
            firstCentreMs: 20.03125,
            energyDb: Float32Array.from(frames, ([levelDb]) => quantise(levelDb)),
            f0Hz: Float32Array.from(frames, ([, hz]) => quantise(hz)),
          },
        };
        expect(roundTrip(artifacts)).toEqual(artifacts);
      }),
    );
  });

  it("take at most 150 kB for four minutes", () => {
    const MINUTES_MS = 240_000;
    const count = MINUTES_MS / FRAME_STEP_MS;
    const short = analyseAcoustics(syllables(1));
    const stored = toStoredAcoustics({
      ...short,
      frames: {
        count,
        firstCentreMs: 20,
        energyDb: new Float32Array(count).fill(-33.33),
        f0Hz: new Float32Array(count).fill(123.45),
      },
      runs: Array.from({ length: 150 }, (_, i) => ({ startMs: 100_000 + i * 900, endMs: 100_700 + i * 900 })),
      nucleiMs: Array.from({ length: 1_000 }, (_, i) => 100_000 + i * 140),
    });
    expect(JSON.stringify(stored).length).toBeLessThanOrEqual(150_000);
  });

  it("are refused with the field's name when a table has another length", () => {
    const stored = toStoredAcoustics(analyseAcoustics(silence(100)));
    expect(() => fromStoredAcoustics({ ...stored, frame_count: 6 })).toThrow(/energy_cdb[\s\S]*frame_count says 6/);
    expect(() => fromStoredAcoustics({ ...stored, f0_chz: "AAA=" })).toThrow(/f0_chz/);
    expect(() => fromStoredAcoustics({ ...stored, version: "acoustics@0" })).toThrow(/version/);
    expect(() => fromStoredAcoustics({ ...stored, runs_ms: [[50, 40]] })).toThrow(/runs_ms/);
  });
});
