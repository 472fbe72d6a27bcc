import { z } from "zod";
import { readScoreForm, type ScoreForm } from "@/lib/answers/read-score-form";
import { readScoreRequest, type ScoreRequest } from "@/lib/answers/read-score-item";
import {
  fixtureAnswerSchema,
  rescoreBodySchema,
  scoreFormSchema,
  transcriptBodySchema,
  uploadAnswerSchema,
  urlAnswerSchema,
} from "@/lib/answers/schema";
import { acceptTranscript } from "@/lib/answers/accept-transcript";
import { MAX_FORM_FIELD_BYTES } from "@/lib/answers/constants";
import type { SuppliedTranscript } from "@/lib/answers/read-transcript";
import { EarshotError } from "@/lib/errors/error-codes";
import {
  type BodyReader,
  describedBody,
  jsonBody,
  mediaType,
  parseFields,
  unsupportedContentType,
} from "@/lib/http/body";
import { readMultipart } from "@/lib/http/multipart";
import { parseJson } from "@/lib/http/parse-json";
import { readText } from "@/lib/http/read-text";
import { openStore } from "@/lib/storage/open-store";
import type { TranscriptFormat } from "@/scoring/transcripts/parse-outcome";

export type ScoreBody = ScoreForm | ScoreRequest;

/** A transcript in JSON may be escaped, which makes it longer. */
export const MAX_JSON_BYTES = 3 * MAX_FORM_FIELD_BYTES;
const jsonRequestSchema = z.union([urlAnswerSchema, uploadAnswerSchema, rescoreBodySchema, fixtureAnswerSchema]);

/** POST /v1/soft-skills-score: a form with a new recording, or JSON that says where it is, or names an answer. */
export const scoreBody: BodyReader<ScoreBody> = describedBody(
  { "multipart/form-data": scoreFormSchema, "application/json": jsonRequestSchema },
  async (request) => {
    const type = mediaType(request);
    if (type === "multipart/form-data") return readScoreForm(request, openStore());
    if (type === "application/json") return readScoreRequest(parseJson(await readText(request, MAX_JSON_BYTES)));
    throw unsupportedContentType(request, ["multipart/form-data", "application/json"]);
  },
);

/** What tells two requests apart: the fields, and the recording by its hash, or by where it is. */
export function scoreFingerprint(body: ScoreBody): unknown {
  if (body.kind === "rescore" || body.kind === "fixture") return body.body;
  if (body.kind === "sourced_answer") return { fields: body.fields, source: body.source };
  return { fields: body.fields, sha256: body.recording.sha256 };
}

export async function discardScoreBody(body: ScoreBody): Promise<void> {
  if (body.kind === "new_answer") await openStore().discard(body.recording);
}

const TEXT_FORMATS: Readonly<Record<string, TranscriptFormat | undefined>> = {
  "text/vtt": "vtt",
  "application/x-subrip": "srt",
  // Plain text may hold any of the formats: found out by content.
  "text/plain": undefined,
};

/** PUT …/transcript: JSON with the text, the text itself, or a form with a part `transcript`. */
export const transcriptBody: BodyReader<SuppliedTranscript> = describedBody(
  {
    "application/json": transcriptBodySchema,
    "text/vtt": z.string(),
    "application/x-subrip": z.string(),
    "text/plain": z.string(),
    "multipart/form-data": transcriptBodySchema,
  },
  async (request, scope) => {
    const type = mediaType(request);
    if (type === "application/json") {
      // A transcript in JSON may be escaped, which makes it longer.
      const body = await jsonBody(transcriptBodySchema, 3 * MAX_FORM_FIELD_BYTES)(request, scope);
      return acceptTranscript(body.transcript, body.format);
    }
    if (type === "multipart/form-data") return readTranscriptForm(request);
    if (Object.hasOwn(TEXT_FORMATS, type)) {
      return acceptTranscript(await readText(request, MAX_FORM_FIELD_BYTES), TEXT_FORMATS[type]);
    }
    throw unsupportedContentType(request, ["application/json", "text/vtt", "text/plain", "multipart/form-data"]);
  },
);

async function readTranscriptForm(request: Request): Promise<SuppliedTranscript> {
  const form = await readMultipart<never>(request, {
    fileField: "",
    repeatable: [],
    maxFields: 4,
    maxFieldBytes: MAX_FORM_FIELD_BYTES,
    maxFileBytes: MAX_FORM_FIELD_BYTES,
    receiveFile: () => Promise.reject(new EarshotError("invalid_request", "A part has no name.")),
    discardFile: async () => undefined,
  });
  const fields = Object.fromEntries([...form.fields].map(([name, [value]]) => [name, value]));
  const body = parseFields(transcriptBodySchema, fields);
  return acceptTranscript(body.transcript, body.format);
}
