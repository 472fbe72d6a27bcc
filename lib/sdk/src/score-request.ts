import { type Body, type Form } from "./operation.js";
import { readRecording, type Recording } from "./read-recording.js";

type Score = "POST /v1/soft-skills-score";

/** Fields of a call with a recording; `transcript` may be the text of a file or words as JSON. */
export type ScoreFields = Omit<Form<Score>, "audio">;
export type ScoreRequest =
  | Body<Score>
  | (ScoreFields & {
      readonly audio: Recording;
      /** How the recording is called where the source has no name. */
      readonly file_name?: string;
    });

/** The request's body: a form where a recording is sent along, else JSON. */
export async function scoreBody(request: ScoreRequest): Promise<FormData | string> {
  if (!("audio" in request)) return JSON.stringify(request);
  const { audio, file_name: givenName, ...fields } = request;
  const { blob, fileName } = await readRecording(audio, givenName);
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    if (value !== undefined) form.append(name, typeof value === "string" ? value : JSON.stringify(value));
  }
  // The recording comes last: a wrong field is refused before it is sent.
  form.append("audio", blob, fileName);
  return form;
}
