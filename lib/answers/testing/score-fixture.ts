import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { scoreRecording, type RecordingScore } from "@/lib/answers/score-recording";
import { loadWordVectors } from "@/lib/recognition/word-vectors";
import { PROMPT_TYPES } from "@/scoring/pipeline/scorer-input";

const ROOT = path.resolve(import.meta.dirname, "../../..");
const FOLDER = path.join(ROOT, "public/fixtures");
const VECTORS = path.join(ROOT, ".data/word-vectors");

const manifestSchema = z.object({
  answers: z.array(
    z.object({
      key: z.string(),
      file: z.string(),
      words: z.string(),
      vtt: z.string(),
      prompt: z.string(),
      prompt_type: z.enum(PROMPT_TYPES),
      duration_ms: z.number(),
      synthetic: z.literal(true),
    }),
  ),
});

/** The bundled fixture answers, as their manifest lists them. */
export const FIXTURES = manifestSchema.parse(
  JSON.parse(readFileSync(path.join(FOLDER, "manifest.json"), "utf8")),
).answers;

/** How the transcript is handed in: word times, cues that have to be aligned, bare text, or none. */
export type FixtureTranscript = "words" | "vtt" | "text" | "none";

function findFixture(key: string): (typeof FIXTURES)[number] {
  const fixture = FIXTURES.find((candidate) => candidate.key === key);
  if (!fixture) throw new Error(`there is no fixture answer "${key}"`);
  return fixture;
}

/**
 * Scores a bundled fixture answer from its file, by the way that the command line and the worker take.
 * `wordsOf` hands in the transcript of another answer.
 */
export function scoreFixture(
  key: string,
  transcript: FixtureTranscript = "words",
  wordsOf: string = key,
): Promise<RecordingScore> {
  const fixture = findFixture(key);
  if (!existsSync(VECTORS)) execFileSync("node", [path.join(ROOT, "scripts/pack-word-vectors.mjs")], { cwd: ROOT });
  return scoreRecording({
    source: path.join(FOLDER, fixture.file),
    transcript: transcript === "none" ? null : { text: readTranscriptText(findFixture(wordsOf), transcript) },
    language: "en",
    prompt: { text: fixture.prompt, type: fixture.prompt_type, endMs: null },
    accommodations: [],
    channel: "mix",
    limits: { maxBytes: 200 * 1024 * 1024, maxSeconds: 900 },
    vectors: loadWordVectors("en", VECTORS),
  });
}

function readTranscriptText(fixture: (typeof FIXTURES)[number], transcript: "words" | "vtt" | "text"): string {
  if (transcript === "vtt") return readFileSync(path.join(FOLDER, fixture.vtt), "utf8");
  const words = readFileSync(path.join(FOLDER, fixture.words), "utf8");
  if (transcript === "words") return words;
  const parsed = z.object({ words: z.array(z.object({ text: z.string() })) }).parse(JSON.parse(words));
  return parsed.words.map((word) => word.text).join(" ");
}
