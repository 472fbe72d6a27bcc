import { describe, expect, it } from "vitest";
import { ENCODERS, type EncodedContainer } from "@/lib/evaluation/sound-changes/encode-sound";
import { reencodeSound } from "@/lib/evaluation/sound-changes/reencode-sound";
import { heldVowel } from "@/scoring/evaluation/sound-changes/held-vowel";

/** Clicks of a voice at irregular times: their place shows any delay. */
function bursts(): Float32Array {
  const pcm = new Float32Array(16_000 * 4);
  for (const [i, at] of [4_000, 15_000, 21_000, 38_000, 52_000].entries()) {
    pcm.set(heldVowel({ durationMs: 200, f0Hz: 110 + 30 * i, levelDb: -20 }), at);
  }
  return pcm;
}

/** Samples by which `later` lags behind `sound`: the largest cross-correlation within 100 ms. */
function lagOf(sound: Float32Array, later: Float32Array): number {
  let best = { lag: 0, sum: -Infinity };
  for (let lag = -1_600; lag <= 1_600; lag++) {
    let sum = 0;
    for (let i = 1_600; i < sound.length - 1_600; i++) sum += (sound[i] ?? 0) * (later[i + lag] ?? 0);
    if (sum > best.sum) best = { lag, sum };
  }
  return best.lag;
}

describe("reencodeSound", () => {
  // Reason for `as`: Object.keys forgets the names.
  it.each(Object.keys(ENCODERS) as EncodedContainer[])("%s at 32 kbit/s keeps sound and timing", async (container) => {
    const sound = bursts();
    const again = await reencodeSound(sound, container, 32_000);
    expect(again).not.toBeNull();
    if (again === null) return;
    expect(Math.abs(again.length - sound.length)).toBeLessThan(16_000 * 0.15);
    expect(Math.abs(lagOf(sound, again))).toBeLessThan(16);
  });
});
