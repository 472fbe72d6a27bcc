import { answerFieldsSchema, type AnswerFields } from "@/lib/answers/schema";
import { MAX_FORM_FIELD_BYTES, MAX_FORM_FIELDS } from "@/lib/answers/constants";
import { environment } from "@/lib/config/environment";
import { EarshotError } from "@/lib/errors/error-codes";
import { parseFields } from "@/lib/http/body";
import { fieldError } from "@/lib/http/field-errors";
import { readMultipart } from "@/lib/http/multipart";
import { parseJson } from "@/lib/http/parse-json";
import type { IncomingObject, ObjectStore } from "@/lib/storage/object-store";

/** Parts that hold JSON. `accommodations` may also be sent as plain values, once each. */
const JSON_FIELDS = ["candidate", "metadata", "accommodations"];
const LIST_FIELDS = ["accommodations"];

export interface ScoreForm {
  readonly kind: "new_answer";
  readonly recording: IncomingObject;
  readonly fields: AnswerFields;
}

/**
 * A new answer from a multipart form. The recording is in a temporary file then; whoever takes the form keeps or
 * discards it. Nothing is left when this throws.
 *
 * @throws EarshotError as readMultipart and parseFields do; `missing_audio`
 */
export async function readScoreForm(request: Request, store: ObjectStore): Promise<ScoreForm> {
  const form = await readMultipart<IncomingObject>(request, {
    fileField: "audio",
    repeatable: LIST_FIELDS,
    maxFields: MAX_FORM_FIELDS,
    maxFieldBytes: MAX_FORM_FIELD_BYTES,
    maxFileBytes: environment().MEDIA_MAX_BYTES,
    receiveFile: (file) => store.receive(file.stream),
    discardFile: (incoming) => store.discard(incoming),
  });
  try {
    const fields = parseFields(answerFieldsSchema, toFields(form.fields));
    if (!form.file) throw missingAudio(form.fields.has("audio"));
    return { kind: "new_answer", recording: form.file, fields };
  } catch (error) {
    if (form.file) await store.discard(form.file);
    throw error;
  }
}

function toFields(parts: ReadonlyMap<string, readonly string[]>): Record<string, unknown> {
  // Without a prototype, "__proto__" is a field like any other: an unknown one.
  const fields: Record<string, unknown> = Object.create(null);
  for (const [name, values] of parts) {
    if (name === "audio") continue;
    fields[name] = JSON_FIELDS.includes(name) ? jsonField(name, values) : values[0];
  }
  return fields;
}

function jsonField(name: string, values: readonly string[]): unknown {
  const [first = ""] = values;
  if (LIST_FIELDS.includes(name) && !first.trimStart().startsWith("[")) return values;
  try {
    return parseJson(first);
  } catch (error) {
    if (!(error instanceof EarshotError)) throw error;
    throw fieldError(name, `This part must hold JSON. ${error.detail.replace("The body", "It")}`);
  }
}

function missingAudio(sentAsText: boolean): EarshotError {
  const detail = sentAsText
    ? "The part audio holds text: send the recording as a file (curl -F audio=@answer.mp3)."
    : "Send the recording as a file part named audio (curl -F audio=@answer.mp3).";
  return new EarshotError("missing_audio", detail, [{ pointer: "/audio", code: "missing_audio", detail }]);
}
