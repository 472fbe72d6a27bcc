import type { OutsideFindings, WithoutWords } from "@/scoring/confidence/confidence-facts";
import type { ConfidenceLimits } from "@/scoring/models/model-schema";
import type { Transcript } from "@/scoring/transcripts/words";

/**
 * Whether the answer has to be judged from its sound alone, and why; null when its words can be trusted. Words that were
 * recognised with a mean probability under the limit are not read at all: clarity and composure then come from the
 * model without words, provisionally, and the other two are withheld (scoring-science 4.7, 5.2).
 */
export function withoutWordsReason(
  transcript: Transcript | null,
  findings: OutsideFindings,
  limits: ConfidenceLimits,
): WithoutWords | null {
  if (findings.unusedTranscript !== undefined) return "transcript_mismatch";
  if (transcript === null) return "no_transcript";
  const confidence = transcript.meanConfidence;
  return confidence !== null && confidence < limits.minWordConfidence ? "poor_recognition" : null;
}
