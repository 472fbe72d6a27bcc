import { describe, expect, it } from "vitest";
import { measureLevels } from "@/scoring/acoustics/measure-levels";

/** Energy and speech tables of so many frames at each level. */
function tables(parts: readonly { frames: number; levelDb: number; speech: boolean }[]): [Float32Array, Uint8Array] {
  const energy = parts.flatMap(({ frames, levelDb }) => Array.from({ length: frames }, () => levelDb));
  const speech = parts.flatMap(({ frames, speech: isSpeech }) =>
    Array.from({ length: frames }, () => Number(isSpeech)),
  );
  return [Float32Array.from(energy), Uint8Array.from(speech)];
}

describe("measureLevels", () => {
  it("takes the 95th percentile of speech and the 10th of the rest", () => {
    const [energy, speech] = tables([
      { frames: 100, levelDb: -60, speech: false },
      { frames: 100, levelDb: -20, speech: true },
    ]);
    const levels = measureLevels(0, energy, speech);
    expect(levels).toMatchObject({ speechDb: -20, noiseDb: -60, snrDb: 40 });
  });

  it("takes the 5th percentile of all frames when less than a second is no speech", () => {
    const [energy, speech] = tables([
      { frames: 10, levelDb: -70, speech: true },
      { frames: 80, levelDb: -20, speech: true },
      { frames: 10, levelDb: -50, speech: false },
    ]);
    expect(measureLevels(0, energy, speech).noiseDb).toBe(-70);
  });

  it("has no speech level and no SNR without speech", () => {
    const [energy, speech] = tables([{ frames: 200, levelDb: -60, speech: false }]);
    expect(measureLevels(0, energy, speech)).toMatchObject({ speechDb: null, snrDb: null, noiseDb: -60 });
  });

  it("does not take muted frames for the background", () => {
    const muted = { frames: 300, levelDb: -120, speech: false };
    const [energy, speech] = tables([
      muted,
      { frames: 100, levelDb: -45, speech: false },
      { frames: 100, levelDb: -20, speech: true },
      muted,
    ]);
    expect(measureLevels(0, energy, speech).snrDb).toBe(25);
  });

  it("reads the noise from the quietest speech when every pause is muted", () => {
    const [energy, speech] = tables([
      { frames: 300, levelDb: -120, speech: false },
      { frames: 10, levelDb: -38, speech: true },
      { frames: 90, levelDb: -20, speech: true },
    ]);
    expect(measureLevels(0, energy, speech).snrDb).toBe(18);
  });

  it("suspects gain control when speech is level and the background far below", () => {
    const quiet = { frames: 200, levelDb: -60, speech: false };
    const [level, levelSpeech] = tables([quiet, { frames: 100, levelDb: -20, speech: true }]);
    expect(measureLevels(0, level, levelSpeech).gainControlSuspected).toBe(true);
    const [lively, livelySpeech] = tables([
      quiet,
      { frames: 50, levelDb: -20, speech: true },
      { frames: 50, levelDb: -30, speech: true },
    ]);
    expect(measureLevels(0, lively, livelySpeech).gainControlSuspected).toBe(false);
  });
});
