import { afterAll, expect, test } from "vitest";
import { closeThreads, measureInThread, warmThreads } from "@/lib/measuring/measure-in-thread";
import { measureSound } from "@/lib/measuring/measure-sound";
import { LONGEST_RECORDING_MS } from "@/scoring/acoustics/analyse-acoustics";
import { SAMPLE_RATE_HZ } from "@/scoring/acoustics/acoustic-artifacts";
import { join, silence, sine, syllables } from "@/scoring/acoustics/testing/synthetic-signals";

afterAll(closeThreads);

test("a thread measures what this one measures, to the last bit, several at once", async () => {
  await warmThreads();
  const sounds = [syllables(4), join(silence(700), syllables(10), silence(500)), join(sine(900, 220), syllables(30))];
  const inThreads = await Promise.all(sounds.map((sound) => measureInThread(sound)));
  for (const [index, sound] of sounds.entries()) {
    const here = measureSound(sound);
    expect(here.acoustics.runs.length).toBeGreaterThan(0);
    expect(inThreads[index]?.acoustics).toEqual(here.acoustics);
    expect(await inThreads[index]?.pcmSha256).toBe(await here.pcmSha256);
  }
});

test("what cannot be measured is told as here, and the thread goes on", async () => {
  const tooLong = new Float32Array((LONGEST_RECORDING_MS / 1_000) * SAMPLE_RATE_HZ + SAMPLE_RATE_HZ);
  await expect(measureInThread(tooLong)).rejects.toThrow(RangeError);
  expect((await measureInThread(silence(500))).acoustics.durationMs).toBe(500);
});
