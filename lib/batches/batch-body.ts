import { readScoreItem, type ScoreItem } from "@/lib/answers/read-score-item";
import { batchBodySchema, batchEnvelopeSchema, MAX_BATCH_BYTES } from "@/lib/batches/schema";
import { EarshotError } from "@/lib/errors/error-codes";
import { type BodyReader, describedBody, mediaType, parseFields, unsupportedContentType } from "@/lib/http/body";
import { parseJson } from "@/lib/http/parse-json";
import { readText } from "@/lib/http/read-text";

/** The items of a batch, each read or refused by itself. */
export type BatchItems = readonly (ScoreItem | EarshotError)[];

/** POST /v1/soft-skills-score/batch. */
export const batchBody: BodyReader<BatchItems> = describedBody(
  { "application/json": batchBodySchema },
  async (request) => {
    if (mediaType(request) !== "application/json") throw unsupportedContentType(request, ["application/json"]);
    const envelope = parseFields(batchEnvelopeSchema, parseJson(await readText(request, MAX_BATCH_BYTES)));
    return envelope.items.map(readOrRefuse);
  },
);

function readOrRefuse(value: unknown): ScoreItem | EarshotError {
  try {
    return readScoreItem(value);
  } catch (error) {
    if (error instanceof EarshotError) return error;
    throw error;
  }
}

/** What tells two batches apart: all that their items say. */
export function batchFingerprint(items: BatchItems): unknown {
  return items.map((item) => (item instanceof EarshotError ? { refused: item.detail } : item));
}
