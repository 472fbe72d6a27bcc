import { appendFile, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { encodeSound } from "@/lib/evaluation/sound-changes/encode-sound";
import type { DecodeOptions } from "@/lib/media/decode-recording";
import { decodeRecording } from "@/lib/media/decode-recording";
import type { DecodedRecording } from "@/lib/media/decoded-recording";
import { DEFAULT_MEDIA_LIMITS } from "@/lib/media/media-limits";
import { makeTone, makeWav, makeWavHeader } from "@/lib/media/testing/make-wav";
import type { ReceivedSamples } from "@/lib/media/streaming/pcm-receiver";
import { hashPcm } from "@/lib/answers/hash-input";
import { RecordingStream } from "@/lib/media/streaming/recording-stream";

const OPTIONS: DecodeOptions = { limits: DEFAULT_MEDIA_LIMITS };
const SECONDS = 20;

let folder = "";
const made: Record<string, Buffer> = {};
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "stream-"));
  const pcm = Float32Array.from(makeTone(220, 16_000, SECONDS), (value, i) => value * Math.sin(i / 5_000));
  for (const container of ["mp3", "ogg", "webm", "m4a"] as const) {
    const file = path.join(folder, `made.${container}`);
    if (!(await encodeSound(pcm, file, container, 48_000))) throw new Error(`no encoder for ${container}`);
    made[container] = await readFile(file);
  }
}, 60_000);
afterAll(() => rm(folder, { recursive: true }));

/** Hands the bytes in as a live call does. */
async function stream(bytes: Buffer, chunkBytes: number, options: DecodeOptions = OPTIONS) {
  const file = path.join(folder, `${Math.random()}.bin`);
  await writeFile(file, "");
  const recording = new RecordingStream(file, options);
  for (let at = 0; at < bytes.length; at += chunkBytes) {
    const chunk = bytes.subarray(at, at + chunkBytes);
    await appendFile(file, chunk);
    await recording.add(Buffer.from(chunk));
  }
  const told: ReceivedSamples[] = [];
  return { file, told, finish: () => recording.finish(undefined, (samples) => told.push(samples)) };
}

async function expectSameAsWhole(bytes: Buffer, chunkBytes: number, whileArriving: boolean, options = OPTIONS) {
  const { file, told, finish } = await stream(bytes, chunkBytes, options);
  const finished = await finish();
  expect(finished.whileArriving).toBe(whileArriving);
  // What is told early is what is decoded in the end, or the end has an array of its own.
  const [early] = told;
  expect(early?.pcm === finished.recording.pcm).toBe(whileArriving);
  if (whileArriving) expect(early?.sha256).toBe(await hashPcm(finished.recording.pcm));
  expectSame(finished.recording, await decodeRecording(file, options));
  return finished.recording;
}

function expectSame(streamed: DecodedRecording, whole: DecodedRecording): void {
  // Comparing millions of numbers one by one would take seconds.
  expect(bytesOf(streamed).equals(bytesOf(whole))).toBe(true);
  expect({ ...streamed, pcm: null }).toEqual({ ...whole, pcm: null });
}

const bytesOf = ({ pcm }: DecodedRecording) => Buffer.from(pcm.buffer, pcm.byteOffset, pcm.byteLength);
const fixture = (name: string) => readFile(path.resolve("public/fixtures", name));
const wav = (sampleRateHz: number, channels: number, claimedDataBytes?: number) =>
  makeWav({
    ...{ sampleRateHz, coding: "s16" as const },
    ...{ channels: Array.from({ length: channels }, (_, i) => makeTone(300 + 50 * i, sampleRateHz, 9)) },
    ...(claimedDataBytes !== undefined && { claimedDataBytes }),
  });
/** As ffmpeg and most recorders end an MP3 that has a title. */
const ID3V1 = Buffer.concat([Buffer.from("TAGtitle"), Buffer.alloc(120)]);

describe("what was decoded while it arrived is, to the last sample and fact, what the whole file gives:", () => {
  test.each<[string, () => Promise<Buffer> | Buffer]>([
    ["the MP3 of a fixture", () => fixture("noisy.mp3")],
    ["the Opus of a fixture", () => fixture("average.opus")],
    ["MP3", () => made.mp3 ?? Buffer.alloc(0)],
    ["MP3 with a tag at its end", () => Buffer.concat([made.mp3 ?? Buffer.alloc(0), ID3V1])],
    ["MP3 that was cut off", () => (made.mp3 ?? Buffer.alloc(0)).subarray(0, 90_000)],
    ["Ogg Vorbis", () => made.ogg ?? Buffer.alloc(0)],
    ["Ogg Vorbis that was cut off", () => (made.ogg ?? Buffer.alloc(0)).subarray(0, 40_001)],
    ["WebM", () => made.webm ?? Buffer.alloc(0)],
    ["WebM that was cut off", () => (made.webm ?? Buffer.alloc(0)).subarray(0, 40_001)],
    ["WAV at 16 kHz", () => wav(16_000, 1)],
    ["WAV at 8 kHz, stereo", () => wav(8_000, 2)],
    ["WAV at 44.1 kHz, stereo", () => wav(44_100, 2)],
    ["WAV of a recorder that never knew its length", () => wav(16_000, 1, 0xffff_ffff)],
    ["WAV that holds less than it says", () => wav(48_000, 1, 50_000_000)],
    ["WAV that goes on behind what it says", () => wav(16_000, 1, 100_000)],
    [
      "WAV with other things behind its sound",
      () => Buffer.concat([wav(44_100, 1), Buffer.from("LIST\x04\0\0\0abcd")]),
    ],
  ])("%s", async (_name, make) => {
    const bytes = await make();
    await expectSameAsWhole(bytes, 11_003, true);
  });
});

test("pieces of any size give the same: single bytes at the start, or all at once", async () => {
  const bytes = await fixture("noisy.mp3");
  const file = path.join(folder, "pieces.bin");
  await writeFile(file, bytes);
  const recording = new RecordingStream(file, OPTIONS);
  for (let at = 0; at < 20_000; at++) await recording.add(Buffer.from(bytes.subarray(at, at + 1)));
  await recording.add(Buffer.from(bytes.subarray(20_000)));
  expectSame((await recording.finish()).recording, await decodeRecording(file, OPTIONS));
  await expectSameAsWhole(bytes, bytes.length, true);
});

test("one side of a stereo call is decoded as it arrives", async () => {
  const { pcm } = await expectSameAsWhole(wav(16_000, 2), 20_000, true, { ...OPTIONS, channel: "right" });
  expect(pcm.length).toBe(9 * 16_000);
});

test("two MP3s one after the other have padding in the middle that a stream cannot know: the whole is decoded", async () => {
  const twice = Buffer.concat([made.mp3 ?? Buffer.alloc(0), made.mp3 ?? Buffer.alloc(0)]);
  await expectSameAsWhole(twice, 50_000, false);
});

test("a container that needs its end, and a recording that is over before it is known, are decoded at the end", async () => {
  await expectSameAsWhole(made.m4a ?? Buffer.alloc(0), 30_000, false);
  await expectSameAsWhole((made.mp3 ?? Buffer.alloc(0)).subarray(0, 15_000), 3_000, false);
});

test("what is no recording, too long, or damaged is refused in the end, in the words of the whole file", async () => {
  const text = Buffer.from("not a recording, just words. ".repeat(5_000));
  await expect((await stream(text, 40_000)).finish()).rejects.toMatchObject({ code: "unsupported_media" });
  const limits = { ...DEFAULT_MEDIA_LIMITS, maxSeconds: 5 };
  await expect((await stream(wav(16_000, 1), 40_000, { limits })).finish()).rejects.toMatchObject({
    code: "media_too_long",
    detail: "The recording lasts 9 seconds, longer than the 5 seconds that are allowed.",
  });
  const broken = Buffer.concat([makeWavHeader({ sampleRateHz: 16_000, coding: "f32", channels: [[]] }, 400_000)]);
  const notNumbers = Buffer.concat([broken, Buffer.alloc(400_000, 0xff)]);
  await expect((await stream(notNumbers, 40_000)).finish()).rejects.toMatchObject({ code: "media_undecodable" });
});

test("a decoder that is killed in the middle costs time and nothing else", async () => {
  const bytes = await fixture("noisy.mp3");
  const file = path.join(folder, "killed.bin");
  await writeFile(file, bytes);
  const recording = new RecordingStream(file, OPTIONS);
  await recording.add(Buffer.from(bytes.subarray(0, 100_000)));
  recording.close();
  await recording.add(Buffer.from(bytes.subarray(100_000)));
  const finished = await recording.finish();
  expect(finished.whileArriving).toBe(false);
  expectSame(finished.recording, await decodeRecording(file, OPTIONS));
});
