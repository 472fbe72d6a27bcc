import { readFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { decodeRecording } from "@/lib/media/decode-recording";
import { DEFAULT_MEDIA_LIMITS } from "@/lib/media/media-limits";
import { findWords } from "@/lib/recognition/find-words";
import { createSoundswallowerAligner } from "@/lib/recognition/soundswallower-aligner";
import { analyseAcoustics } from "@/scoring/acoustics/analyse-acoustics";
import { parseTranscript } from "@/scoring/transcripts/parse-transcript";
import type { TimedWord } from "@/scoring/transcripts/words";

const FIXTURES = path.resolve(import.meta.dirname, "../../public/fixtures");
const aligner = createSoundswallowerAligner({ children: 1 });
afterAll(() => aligner.close());

/** The words of a fixture answer with their true times (the voices are synthetic, so they are known). */
async function trueWords(key: string): Promise<readonly TimedWord[]> {
  const outcome = parseTranscript(await readFile(path.join(FIXTURES, `${key}.words.json`), "utf8"));
  if (!outcome.ok || outcome.parsed.kind !== "timed_words") throw new Error(`${key} has no timed words`);
  return outcome.parsed.words;
}

async function findIn(file: string, words: readonly TimedWord[]) {
  const { pcm } = await decodeRecording(path.join(FIXTURES, file), { limits: DEFAULT_MEDIA_LIMITS });
  const text = words.map((word) => word.text).join(" ");
  const parsed = { kind: "cues" as const, cues: [{ text, startMs: null, endMs: null }] };
  return findWords({ pcm, parsed, language: "en", acoustics: analyseAcoustics(pcm), aligner });
}

test.each([
  ["one-line.mp3", "one-line"],
  ["weak.mp3", "weak"],
])("the text of %s gets its true times, 99 of 100 starts within a quarter of a second", async (file, key) => {
  const said = await trueWords(key);
  const outcome = await findIn(file, said);
  if (!outcome.ok) throw new Error(outcome.reason.detail);
  const { words, source } = outcome.transcript;
  expect(source).toBe("aligned");
  expect(words.map((word) => word.text)).toEqual(said.map((word) => word.text));
  const near = words.filter((word, index) => Math.abs(word.startMs - (said[index]?.startMs ?? 0)) <= 250);
  expect(near.length / words.length).toBeGreaterThanOrEqual(0.99);
});

test("the text of another answer is refused", async () => {
  const other = (await trueWords("two-speakers")).slice(0, 143);
  expect(await findIn("weak.mp3", other)).toMatchObject({ ok: false, reason: { code: "transcript_mismatch" } });
});
