import { readFile } from "node:fs/promises";
import path from "node:path";
import type { AnswerFields } from "@/lib/answers/schema";
import type { SandboxFixture } from "@/lib/sandbox/sandbox-fixtures";
import manifest from "@/public/fixtures/manifest.json";
import { PROMPT_TYPES } from "@/scoring/pipeline/scorer-input";

const FOLDER = path.resolve("public/fixtures");
/** The head of an Ogg file: its format is known, and nothing can be played. */
const KEPT_BYTES = 64;
const DAMAGED_BYTES = 40_000;

/** What belongs to a bundled recording: the question, and the words unless the fixture goes without. */
export type FixtureFields = Pick<AnswerFields, "prompt" | "prompt_type" | "transcript" | "language">;

/** The question and words of a fixture. */
export async function readFixtureFields({ recording, withoutWords }: SandboxFixture): Promise<FixtureFields> {
  const { prompt, prompt_type, language, words } = entryOf(recording);
  const type = PROMPT_TYPES.find((known) => known === prompt_type) ?? "open";
  const transcript = withoutWords ? undefined : await readFile(path.join(FOLDER, words), "utf8");
  // The silent recording has words in form alone.
  const said = transcript !== undefined && /"text"/.test(transcript) ? { transcript } : {};
  return { prompt, prompt_type: type, language, ...said };
}

/** The bytes of a fixture's recording. */
export async function readFixtureRecording({ recording, damaged }: SandboxFixture): Promise<Buffer> {
  const bytes = await readFile(path.join(FOLDER, entryOf(recording).file));
  return damaged ? Buffer.concat([bytes.subarray(0, KEPT_BYTES), Buffer.alloc(DAMAGED_BYTES, "damaged ")]) : bytes;
}

function entryOf(key: string) {
  const entry = manifest.answers.find((answer) => answer.key === key);
  if (!entry) throw new Error(`public/fixtures has no recording "${key}".`);
  return entry;
}
