import { isFixtureRecording } from "@/lib/answers/is-fixture-recording";
import type { RunToDo } from "@/lib/assessments/mutations";
import { readFixtureFields } from "@/lib/sandbox/load-fixture";
import { fixtureOfRecording } from "@/lib/sandbox/sandbox-fixtures";

type Answer = RunToDo["assessment"]["answer"];

/** What is known of an answer once its recording is here, and was not before. */
export type RecognisedAnswer = Pick<Answer, "synthetic"> &
  Partial<Pick<Answer, "fixture" | "promptText" | "promptType" | "language" | "transcriptText" | "transcriptFormat">>;

/**
 * Recognises a bundled recording that came by an address, an upload or a call: a test key's result of it is the same as
 * by its name, with the words and the question that belong to it where none were sent.
 *
 * @param sha256 of the recording's bytes, hex
 */
export async function recogniseFixture(
  { livemode, assessment: { answer } }: RunToDo,
  sha256: string,
): Promise<RecognisedAnswer> {
  const synthetic = answer.synthetic || isFixtureRecording(sha256);
  const fixture = livemode ? null : fixtureOfRecording(sha256);
  if (!fixture) return { synthetic };
  if (answer.transcriptText !== null || answer.promptText !== null) return { synthetic, fixture: fixture.key };
  const { prompt, prompt_type, language, transcript } = await readFixtureFields(fixture);
  return {
    ...{ synthetic, fixture: fixture.key, language },
    ...(prompt !== undefined && { promptText: prompt, promptType: prompt_type }),
    ...(transcript !== undefined && { transcriptText: transcript, transcriptFormat: null }),
  };
}
