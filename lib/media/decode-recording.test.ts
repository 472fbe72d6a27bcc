import { mkdtemp, open, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { decodeRecording, type DecodeOptions } from "@/lib/media/decode-recording";
import { DEFAULT_MEDIA_LIMITS } from "@/lib/media/media-limits";
import { makeAiff } from "@/lib/media/testing/make-aiff";
import { makeTone, makeWav, makeWavHeader, type WavCoding } from "@/lib/media/testing/make-wav";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "decode-"));
});
afterAll(() => rm(folder, { recursive: true }));

const MONO = { sampleRateHz: 16_000, coding: "s16" } as const;
const TONE = makeTone(300, 16_000, 0.5);

async function decode(bytes: Uint8Array, options: Partial<DecodeOptions> = {}) {
  const file = path.join(folder, `${Math.random()}.bin`);
  await writeFile(file, bytes);
  return decodeRecording(file, { limits: DEFAULT_MEDIA_LIMITS, ...options });
}

function worstDifference(found: Float32Array, expected: readonly number[]): number {
  return expected.reduce((worst, value, i) => Math.max(worst, Math.abs(value - (found[i] ?? 9))), 0);
}

test.each([
  ["u8", 0.01],
  ["s16", 1e-4],
  ["s24", 1e-6],
  ["s32", 1e-6],
  ["f32", 1e-6],
  ["f64", 1e-6],
] as const)("a %s WAV, plain and extensible, gives its samples back", async (coding, tolerance) => {
  for (const extensible of [false, true]) {
    const wav = makeWav({ sampleRateHz: 16_000, coding: coding satisfies WavCoding, channels: [TONE], extensible });
    const { pcm, container, partial } = await decode(wav);
    expect({ container, partial, samples: pcm.length }).toEqual({ container: "wav", partial: false, samples: 8_000 });
    expect(worstDifference(pcm, TONE)).toBeLessThan(tolerance);
  }
});

test("AIFF and little-endian AIFF-C give their samples back", async () => {
  for (const littleEndian of [false, true]) {
    const { pcm, container } = await decode(makeAiff(TONE, 16_000, littleEndian));
    expect(container).toBe("aiff");
    expect(worstDifference(pcm, TONE)).toBeLessThan(1e-4);
  }
});

test.each([8_000, 44_100, 48_000])("a stereo WAV at %i Hz gives left, right or their mean", async (sampleRateHz) => {
  const left = makeTone(300, sampleRateHz, 0.5);
  const right = makeTone(300, sampleRateHz, 0.5, 0.25);
  const wav = makeWav({ sampleRateHz, coding: "s16", channels: [left, right] });
  for (const [channel, amplitude] of [
    ["left", 0.5],
    ["right", 0.25],
    ["mix", 0.375],
  ] as const) {
    const { pcm, channels } = await decode(wav, { channel });
    const peak = pcm.slice(1_000, -1_000).reduce((worst, x) => Math.max(worst, Math.abs(x)), 0);
    expect(channels).toBe(2);
    expect(Math.abs(pcm.length - 8_000)).toBeLessThan(20);
    expect(peak).toBeCloseTo(amplitude, 2);
  }
});

test.each(["strong.mp3", "average.opus"])("the fixture %s decodes to finite samples of its length", async (name) => {
  const found = await decodeRecording(path.join("public", "fixtures", name), { limits: DEFAULT_MEDIA_LIMITS });
  expect(found.partial).toBe(false);
  expect(found.durationMs).toBeGreaterThan(50_000);
  expect(found.pcm.every((sample) => Math.abs(sample) <= 1)).toBe(true);
  expect(found.pcm.some((sample) => Math.abs(sample) > 0.05)).toBe(true);
});

test("a truncated WAV is scored as far as it goes, and says so", async () => {
  const whole = makeWav({ ...MONO, channels: [makeTone(300, 16_000, 10)] });
  const found = await decode(whole.subarray(0, whole.length / 2));
  expect(found).toMatchObject({ partial: true, claimedDurationMs: 10_000 });
  expect(found.durationMs).toBeCloseTo(5_000, -1);
});

test("a truncated MP3 is decoded as far as it goes", async () => {
  const whole = await readFile("public/fixtures/strong.mp3");
  const found = await decode(whole.subarray(0, whole.length / 3));
  expect(found.durationMs).toBeGreaterThan(15_000);
});

test("a truncated Ogg file, whose header promises no length, is known to be partial too", async () => {
  const whole = await readFile("public/fixtures/average.opus");
  const found = await decode(whole.subarray(0, whole.length / 3));
  expect(found).toMatchObject({ partial: true, warnings: [{ code: "partial" }] });
});

test("a truncated M4A, which keeps its index at the end, is refused with the likely cause", async () => {
  const start = Buffer.concat([Buffer.from("0000001c66747970", "hex"), Buffer.from("M4A \0\0\0\0M4A mp42isom")]);
  const sound = Buffer.concat([Buffer.from("00100000", "hex"), Buffer.from("mdat"), Buffer.alloc(5_000, 7)]);
  const detail = /no readable index/;
  await expect(decode(Buffer.concat([start, sound]))).rejects.toMatchObject({ code: "media_undecodable", detail });
});

test.each([
  ["a sample rate of 1 Hz", makeWav({ ...MONO, sampleRateHz: 1, channels: [TONE] }), /1 Hz/],
  ["nine channels", makeWav({ ...MONO, channels: Array.from({ length: 9 }, () => TONE) }), /9 channels/],
  ["no samples", makeWav({ ...MONO, channels: [[]] }), /no sound/],
  ["no data chunk", makeWav({ ...MONO, channels: [[]] }).subarray(0, 36), /ends before/],
] as const)("a WAV with %s is refused", async (_, bytes, detail) => {
  await expect(decode(bytes)).rejects.toMatchObject({ code: "media_undecodable", detail });
});

test.each([16_000, 48_000])("NaN in a float WAV at %i Hz is an error, not a silence", async (sampleRateHz) => {
  const samples = makeTone(300, sampleRateHz, 0.5);
  samples[2_000] = Number.NaN;
  samples[2_001] = Number.POSITIVE_INFINITY;
  const wav = makeWav({ sampleRateHz, coding: "f32", channels: [samples] });
  const detail = /samples are not numbers/;
  await expect(decode(wav)).rejects.toMatchObject({ code: "media_undecodable", detail });
});

test("a three-hour recording is refused at once, with its length", async () => {
  const file = path.join(folder, "long.wav");
  const seconds = 3 * 3_600;
  const spec = { sampleRateHz: 8_000, coding: "u8", channels: [[]] } as const;
  await writeFile(file, makeWavHeader(spec, seconds * 8_000));
  const handle = await open(file, "r+");
  await handle.truncate(44 + seconds * 8_000);
  await handle.close();
  const detail = "The recording lasts 3 h 0 min, longer than the 15 minutes that are allowed.";
  await expect(decodeRecording(file, { limits: DEFAULT_MEDIA_LIMITS })).rejects.toMatchObject({
    code: "media_too_long",
    detail,
  });
});

test("a compressed recording over the limit is refused although its header is not believed", async () => {
  const limits = { ...DEFAULT_MEDIA_LIMITS, maxSeconds: 20 };
  const file = "public/fixtures/strong.mp3";
  await expect(decodeRecording(file, { limits })).rejects.toMatchObject({ code: "media_too_long" });
});

test("damage inside compressed sound ends in a result or a named error, and the next file still decodes", async () => {
  const whole = await readFile("public/fixtures/average.opus");
  for (const seed of [1, 2, 3]) {
    const damaged = Buffer.from(whole);
    for (let i = 0; i < 2_000; i++) damaged[(i * 7_919 * seed) % damaged.length] = (i * seed * 31) & 255;
    const outcome = await decode(damaged).catch((error: unknown) => error);
    expect(outcome).toHaveProperty(outcome instanceof Error ? "code" : "pcm");
  }
  expect((await decode(makeWav({ ...MONO, channels: [TONE] }))).durationMs).toBe(500);
});

test("an abort stops the decoding", async () => {
  const stop = new AbortController();
  const running = decodeRecording("public/fixtures/strong.mp3", { limits: DEFAULT_MEDIA_LIMITS, signal: stop.signal });
  stop.abort();
  await expect(running).rejects.toMatchObject({ reason: "aborted" });
});
