import fc from "fast-check";
import { expect, test } from "vitest";
import { squeezePauses } from "@/lib/recognition/squeeze-pauses";

test("a long pause is shortened and times after it still point at the same samples", () => {
  const pcm = new Float32Array(16 * 10_000).map((_, index) => index);
  const sound = squeezePauses(pcm, [
    { startMs: 1_000, endMs: 2_000 },
    { startMs: 8_000, endMs: 9_000 },
  ]);
  expect(sound.samples.length / 16).toBe(1_400 + 200 + 1_400);
  expect(sound.toRecordingMs(200)).toBe(1_000);
  expect(sound.toRecordingMs(1_400 + 200 + 200)).toBe(8_000);
});

test("a recording without speech runs is left as it is", () => {
  const sound = squeezePauses(new Float32Array(16_000), []);
  expect(sound.samples.length).toBe(16_000);
  expect(sound.toRecordingMs(400)).toBe(400);
});

test("every squeezed time points at the sample that was kept there", () => {
  const layouts = fc.array(
    fc.record({ gapMs: fc.integer({ min: 1, max: 3_000 }), lengthMs: fc.integer({ min: 1, max: 900 }) }),
    { minLength: 1, maxLength: 8 },
  );
  fc.assert(
    fc.property(layouts, fc.nat(1_000), (layout, tailMs) => {
      let atMs = 0;
      const runs = layout.map(({ gapMs, lengthMs }) => {
        const startMs = atMs + gapMs;
        atMs = startMs + lengthMs;
        return { startMs, endMs: atMs };
      });
      const pcm = new Float32Array((atMs + tailMs) * 16).map((_, index) => Math.floor(index / 16));
      const sound = squeezePauses(pcm, runs);
      for (let ms = 0; ms < sound.samples.length / 16; ms += 7)
        expect(sound.toRecordingMs(ms)).toBe(sound.samples[ms * 16]);
    }),
  );
});
