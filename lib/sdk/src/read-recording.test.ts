import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { expect, test } from "vitest";
import { readRecording, type Recording } from "./read-recording.js";

const BYTES = new Uint8Array(200_000).map((_, index) => index % 251);
const kinds: readonly (readonly [string, () => Recording, string])[] = [
  ["bytes", () => BYTES, "recording"],
  ["a part of a larger buffer", () => new Uint8Array([9, ...BYTES, 9]).subarray(1, -1), "recording"],
  ["an ArrayBuffer", () => BYTES.slice().buffer, "recording"],
  ["a Blob", () => new Blob([BYTES]), "recording"],
  ["a File", () => new File([BYTES], "call.wav"), "call.wav"],
  ["a web stream", () => new Blob([BYTES]).stream(), "recording"],
  [
    "a stream of Node",
    () => Readable.from([Buffer.from(BYTES.subarray(0, 7)), Buffer.from(BYTES.subarray(7))]),
    "recording",
  ],
];

test.each(kinds)("%s is sent as it is, as often as it takes", async (_, recording, name) => {
  const { blob, fileName } = await readRecording(recording());
  expect(fileName).toBe(name);
  const reads = [await blob.arrayBuffer(), await blob.arrayBuffer()];
  expect(reads.map((read) => Buffer.from(read).equals(BYTES))).toEqual([true, true]);
});

test("a file is read by its path and called as it is called there; a missing one is the platform's error", async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), "earshot-recording-"));
  const file = path.join(folder, "answer 1.mp3");
  await writeFile(file, BYTES);
  const { blob, fileName } = await readRecording(file);
  expect(fileName).toBe("answer 1.mp3");
  expect(Buffer.from(await blob.arrayBuffer()).equals(BYTES)).toBe(true);
  expect((await readRecording(file, "other.mp3")).fileName).toBe("other.mp3");
  await rm(folder, { recursive: true });
  await expect(readRecording(file)).rejects.toThrow();
});
