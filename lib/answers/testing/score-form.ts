import { readFile } from "node:fs/promises";
import path from "node:path";

const FIXTURES = path.resolve(import.meta.dirname, "../../../public/fixtures");

export const CUSTOMER_PROMPT =
  "Tell me about a time you helped a customer who was upset. What did you do, and how did it end?";

export function readFixture(name: string): Promise<Buffer> {
  return readFile(path.join(FIXTURES, name));
}

/** A fixture's recording under a name that says nothing about it. */
export async function fixtureFile(name: string): Promise<File> {
  return new File([new Uint8Array(await readFixture(name))], "recording.bin");
}

/** A form as a client sends it: the one-line fixture (short, so that tests are quick) unless other fields say more. */
export async function scoreForm(fields: Readonly<Record<string, string | File>> = {}): Promise<FormData> {
  const form = new FormData();
  const all = { role_benchmark: "customer_support", audio: await fixtureFile("one-line.mp3"), ...fields };
  for (const [name, value] of Object.entries(all)) form.set(name, value);
  return form;
}

/** The one-line fixture with its timed words. */
export async function oneLineForm(fields: Readonly<Record<string, string>> = {}): Promise<FormData> {
  const transcript = await readFixture("one-line.words.json");
  return scoreForm({
    transcript: transcript.toString("utf8"),
    prompt: CUSTOMER_PROMPT,
    prompt_type: "past",
    ...fields,
  });
}
