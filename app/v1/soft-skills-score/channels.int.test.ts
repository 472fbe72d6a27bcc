import { readFile } from "node:fs/promises";
import path from "node:path";
import { beforeAll, expect, test } from "vitest";
import { POST } from "@/app/v1/soft-skills-score/route";
import { scoreForm } from "@/lib/answers/testing/score-form";
import { createTestKey } from "@/lib/auth/testing/create-test-key";
import { createTestOrganization } from "@/lib/db/testing/tenant-rows";
import { useTestDatabase } from "@/lib/db/testing/test-database";
import { encodeSound } from "@/lib/evaluation/sound-changes/encode-sound";
import { callRoute, jsonOf } from "@/lib/http/testing/call-route";
import { decodeRecording } from "@/lib/media/decode-recording";
import { DEFAULT_MEDIA_LIMITS } from "@/lib/media/media-limits";
import { makeWav } from "@/lib/media/testing/make-wav";
import { useWorker } from "@/lib/worker/testing/use-worker";

/** 40 s of each voice: enough to measure how fast it speaks. */
const SAMPLES = 40 * 16_000;

useTestDatabase();
const recordings = useWorker();
let key: string;
let left: Float32Array;
let right: Float32Array;
beforeAll(async () => {
  key = await createTestKey(await createTestOrganization());
  [left, right] = await Promise.all([voiceOf("off-topic.opus"), voiceOf("read-aloud.mp3")]);
});

async function voiceOf(name: string): Promise<Float32Array> {
  const file = path.join("public", "fixtures", name);
  return (await decodeRecording(file, { limits: DEFAULT_MEDIA_LIMITS })).pcm.slice(0, SAMPLES);
}
const wav = (...channels: Float32Array[]) =>
  makeWav({ sampleRateHz: 16_000, coding: "s16", channels: channels.map((channel) => [...channel]) });
async function score(bytes: Buffer, channel?: string) {
  const audio = new File([new Uint8Array(bytes)], "call.bin");
  const form = await scoreForm({ audio, ...(channel !== undefined && { channel }) });
  const response = await callRoute(POST, "/v1/soft-skills-score", { method: "POST", key, body: form });
  expect(response.status).toBe(200);
  return jsonOf(response);
}

test("of a call with a voice on each side, the chosen side is scored as if it had been sent alone", async () => {
  const call = wav(left, right);
  const [onLeft, onRight] = [await score(call, "left"), await score(call, "right")];
  const [alone, other] = [await score(wav(left)), await score(wav(right))];
  expect(onLeft.pins.input).toBe(alone.pins.input);
  expect(onRight.pins.input).toBe(other.pins.input);
  expect(onLeft.measurements).toEqual(alone.measurements);
  expect(onLeft.measurements).not.toEqual(onRight.measurements);
  const mixed = await score(call);
  expect((await score(call, "mix")).pins.input).toBe(mixed.pins.input);
  expect([alone.pins.input, other.pins.input]).not.toContain(mixed.pins.input);
});

test("a compressed call gives each side's own voice too", async () => {
  const file = path.join(recordings(), "..", "call.m4a");
  expect(await encodeSound(left, file, "m4a", 192_000, right)).toBe(true);
  const call = await readFile(file);
  for (const [channel, voice] of [
    ["left", left],
    ["right", right],
  ] as const) {
    const found = await score(call, channel);
    const alone = await score(wav(voice));
    expect(found.audio.container).toBe("m4a");
    const pairs = Object.entries<{ value: number | null }>(alone.measurements).filter(
      ([, { value }]) => value !== null,
    );
    const rate = pairs.find(([name]) => name === "articulation_rate");
    expect(rate, Object.keys(alone.measurements).join()).toBeDefined();
    const { value } = found.measurements.articulation_rate;
    expect(Math.abs(value / (rate?.[1].value ?? 0) - 1)).toBeLessThan(0.05);
  }
});
