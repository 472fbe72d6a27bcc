import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runScore } from "@/lib/cli/run-score";
import { makeTone, makeWav } from "@/lib/media/testing/make-wav";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "score-"));
});
afterAll(() => rm(folder, { recursive: true }));

const ROLE = ["--role", "customer_support"];
const STRONG = ["public/fixtures/strong.mp3", ...ROLE];

async function score(argv: readonly string[]) {
  const written = { out: "", error: "" };
  const code = await runScore(argv, {
    out: (text) => (written.out += text),
    error: (line) => (written.error += `${line}\n`),
    colour: false,
    columns: 100,
  });
  return { code, ...written };
}

async function file(name: string, bytes: Uint8Array | string): Promise<string> {
  const target = path.join(folder, name);
  await writeFile(target, bytes);
  return target;
}

test.each([
  ["a recording that is not there", () => ["nowhere.mp3", ...ROLE], /"nowhere.mp3" does not exist/],
  ["a transcript that is not there", () => [...STRONG, "--transcript", "nowhere.vtt"], /"nowhere.vtt" does not exist/],
  ["an unknown role", () => ["public/fixtures/strong.mp3", "--role", "pilot"], /Known roles: customer_support/],
  [
    "a language that is not scored",
    () => [...STRONG, "--language", "xx"],
    /--language must be one of en, es, .*, ja\./,
  ],
  ["an empty file", async () => [await file("empty.mp3", ""), ...ROLE], /missing_audio: .*empty/],
  ["text called .mp3", async () => [await file("text.mp3", "hello"), ...ROLE], /unsupported_media: .*is text/],
  ["an empty transcript", async () => [...STRONG, "--transcript", await file("t.txt", " ")], /invalid_transcript/],
  [
    "silence",
    async () => [await file("s.wav", tone(3, 0)), ...ROLE],
    /no_speech: No speech was found in the 3\.0 s of the recording/,
  ],
] as const)("%s ends with exit code 2, one line that says so, and no output", async (_, argv, message) => {
  const { code, out, error } = await score(await argv());
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(error).toMatch(message);
  expect(error.trim()).not.toContain("\n");
});

test("help goes to standard output and is no failure", async () => {
  const { code, out } = await score(["--help"]);
  expect(code).toBe(0);
  expect(out).toMatch(/Usage: npm run --silent score/);
});

test("--json prints the API's JSON and nothing else; the same file twice gives the same bytes", async () => {
  const argv = [...STRONG, "--transcript", "public/fixtures/strong.words.json", "--json"];
  const [first, second] = [await score(argv), await score(argv)];
  expect(first).toMatchObject({ code: 0, error: "" });
  expect(second.out).toBe(first.out);
  const json = JSON.parse(first.out);
  expect(json).toMatchObject({ role_benchmark: "customer_support", transcript: { source: "supplied" } });
  expect(json).not.toHaveProperty("timings_ms");
});

test("--timings adds the milliseconds of each stage", async () => {
  const { out } = await score([...STRONG, "--json", "--timings"]);
  const { timings_ms } = JSON.parse(out);
  expect(Object.keys(timings_ms)).toEqual(["decode", "acoustics", "words", "features", "score", "total"]);
});

test("without words there are measurements, and the two dimensions that need words are withheld", async () => {
  const { out } = await score([...STRONG, "--json"]);
  const json = JSON.parse(out);
  expect(json.dimensions).toMatchObject({ communication: null, empathy_signal: null });
  expect(json.measurements).toHaveProperty("articulation_rate");
  expect(json.transcript).toBeNull();
});

test("the transcript of another recording is refused", async () => {
  const argv = [...STRONG, "--transcript", "public/fixtures/weak.words.json"];
  const { code, error } = await score(argv);
  expect(code).toBe(2);
  expect(error).toMatch(/transcript_mismatch/);
});

function tone(seconds: number, amplitude: number): Buffer {
  return makeWav({ sampleRateHz: 16_000, coding: "s16", channels: [makeTone(300, 16_000, seconds, amplitude)] });
}
