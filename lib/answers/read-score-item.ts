import {
  type AnswerFields,
  type FixtureAnswer,
  fixtureAnswerSchema,
  type RescoreBody,
  rescoreBodySchema,
  uploadAnswerSchema,
  urlAnswerSchema,
} from "@/lib/answers/schema";
import { EarshotError } from "@/lib/errors/error-codes";
import { parseFields } from "@/lib/http/body";

/** Where a recording is that does not come with the request. */
export type RecordingSource =
  { readonly kind: "url"; readonly url: string } | { readonly kind: "upload"; readonly uploadId: string };

export interface SourcedAnswer {
  readonly kind: "sourced_answer";
  readonly source: RecordingSource;
  readonly fields: AnswerFields;
}

/** What one item of a batch asks for. */
export type ScoreItem = SourcedAnswer | { readonly kind: "rescore"; readonly body: RescoreBody };
/** What a JSON request asks for. */
export type ScoreRequest = ScoreItem | { readonly kind: "fixture"; readonly body: FixtureAnswer };

const NAMES = ["audio_url", "upload_id", "answer_id"] as const;

/** One request by itself, which may also name a fixture of the sandbox. @throws EarshotError as readScoreItem() */
export function readScoreRequest(value: unknown): ScoreRequest {
  if (!isObject(value) || !Object.hasOwn(value, "fixture")) return readScoreItem(value);
  const named = NAMES.filter((name) => Object.hasOwn(value, name));
  if (named.length > 0) throw namesSeveral(["fixture", ...named]);
  return { kind: "fixture", body: parseFields(fixtureAnswerSchema, value) };
}

/** @throws EarshotError `invalid_field`; `missing_audio` where it names no recording */
export function readScoreItem(value: unknown): ScoreItem {
  const named = NAMES.filter((name) => isObject(value) && Object.hasOwn(value, name));
  if (named.length > 1) throw namesSeveral(named);
  if (named[0] === "answer_id") return { kind: "rescore", body: parseFields(rescoreBodySchema, value) };
  if (named[0] === "upload_id") {
    const { upload_id: uploadId, ...fields } = parseFields(uploadAnswerSchema, value);
    return { kind: "sourced_answer", source: { kind: "upload", uploadId }, fields };
  }
  if (named[0] === "audio_url") {
    const { audio_url: url, ...fields } = parseFields(urlAnswerSchema, value);
    return { kind: "sourced_answer", source: { kind: "url", url }, fields };
  }
  if (!isObject(value)) throw new EarshotError("invalid_field", "This must be a JSON object.");
  throw namesNone();
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function namesSeveral(named: readonly string[]): EarshotError {
  const detail = `Name one recording: ${named.join(" and ")} were sent together.`;
  const errors = named.map((name) => ({ pointer: `/${name}`, code: "invalid_field" as const, detail }));
  return new EarshotError("invalid_field", detail, errors);
}

function namesNone(): EarshotError {
  const detail = `Name the recording with one of ${NAMES.join(", ")}, or send it as multipart/form-data.`;
  return new EarshotError("missing_audio", detail, [{ pointer: "/audio_url", code: "missing_audio", detail }]);
}
