import { z } from "zod";
import { findArtifactBody, getAssessmentWithAnswer } from "@/lib/assessments/data";
import type { OrganizationScope } from "@/lib/db/scope";
import { EarshotError } from "@/lib/errors/error-codes";
import { Reply } from "@/lib/http/reply";
import { toVtt } from "@/scoring/transcripts/to-vtt";
import type { Transcript } from "@/scoring/transcripts/words";

export const transcriptQuerySchema = z.strictObject({
  format: z.enum(["json", "vtt"], { error: "must be json or vtt" }).default("json"),
});

export const transcriptSchema = z.object({
  source: z.string(),
  language: z.string(),
  mean_confidence: z.number().nullable(),
  words: z.array(
    z.object({ text: z.string(), start_ms: z.number(), end_ms: z.number(), confidence: z.number().nullable() }),
  ),
});
export type TranscriptJson = z.infer<typeof transcriptSchema>;

/** The timed words behind a result, or null when it was made without words. @throws EarshotError `not_found` */
export async function findTranscript(scope: OrganizationScope, assessmentId: string): Promise<Transcript | null> {
  const { inputHash } = await getAssessmentWithAnswer(scope, assessmentId);
  const body = inputHash === null ? null : await findArtifactBody(scope, "words", inputHash);
  // Artifacts of this kind are written by the scoring job alone, as a Transcript.
  return body as Transcript | null;
}

/** Timed words as JSON or WebVTT. @throws EarshotError `not_found` when there are none */
export async function transcriptReply(
  scope: OrganizationScope,
  assessmentId: string,
  format: "json" | "vtt",
): Promise<Reply<TranscriptJson>> {
  const transcript = await findTranscript(scope, assessmentId);
  if (!transcript) {
    throw new EarshotError("not_found", "This answer has no transcript yet. PUT what was said to this address.");
  }
  if (format === "vtt") return Reply.raw(200, toVtt(transcript), { "Content-Type": "text/vtt; charset=utf-8" });
  return Reply.json(200, toTranscriptJson(transcript));
}

export function toTranscriptJson({ source, language, meanConfidence, words }: Transcript): TranscriptJson {
  return {
    source,
    language,
    mean_confidence: meanConfidence,
    words: words.map(({ text, startMs, endMs, confidence }) => ({
      ...{ text, confidence },
      ...{ start_ms: Math.round(startMs), end_ms: Math.round(endMs) },
    })),
  };
}
