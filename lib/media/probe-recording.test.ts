import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { DEFAULT_MEDIA_LIMITS } from "@/lib/media/media-limits";
import { probeRecording } from "@/lib/media/probe-recording";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "probe-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function probe(bytes: Uint8Array | string, limits = DEFAULT_MEDIA_LIMITS) {
  const file = path.join(folder, "answer.mp3");
  await writeFile(file, bytes);
  return probeRecording(file, limits);
}

const ZIP = Buffer.from("504b0304140000000800", "hex");
const ID3 = Buffer.from("49443303000000000000", "hex");

test.each([
  ["an empty file", "", "missing_audio", /empty/],
  ["text", "This is what I said to the customer.", "unsupported_media", /is text/],
  ["a playlist", "#EXTM3U\n#EXTINF:10,\nfile:///etc/passwd\n", "unsupported_media", /playlist/],
  ["a web page", "<!doctype html><html></html>", "unsupported_media", /HTML/],
  ["an archive", Buffer.concat([ZIP, Buffer.alloc(64, 0xff)]), "unsupported_media", /ZIP/],
  ["a tag without sound", ID3, "unsupported_media", /tag without sound/],
  ["noise", Buffer.from("0102030405060708", "hex"), "unsupported_media", /01 02 03 04/],
] as const)("%s with the name of a recording is refused, saying what it is", async (_, bytes, code, detail) => {
  await expect(probe(bytes)).rejects.toMatchObject({ code, detail });
});

test("a folder is refused", async () => {
  await expect(probeRecording(folder, DEFAULT_MEDIA_LIMITS)).rejects.toMatchObject({ code: "unsupported_media" });
});

test("a file over the size limit is refused with both sizes", async () => {
  const limits = { maxSeconds: 900, maxBytes: 1024 * 1024 };
  const detail = "The file has 1.1 MB; 1 MB are allowed.";
  await expect(probe(Buffer.alloc(1024 * 1024 + 1), limits)).rejects.toMatchObject({ code: "media_too_large", detail });
});

test.each([
  ["strong.mp3", "mp3"],
  ["average.opus", "opus"],
] as const)("the fixture %s is named %s by its bytes", async (name, container) => {
  const found = await probeRecording(path.join("public", "fixtures", name), DEFAULT_MEDIA_LIMITS);
  expect(found.container).toBe(container);
});
