import { scoreArtifacts } from "@/lib/answers/score-artifacts";
import type { MeasuredAnswer } from "@/lib/evaluation/measured-answers";
import type { ScoredAnswer } from "@/scoring/pipeline/scored-answer";

/**
 * What the product says of a measured English answer to no particular question, with the current model. null where it
 * would refuse the answer: no speech in it, or a transcript of other speech.
 */
export function scoreMeasuredAnswer({ acoustics, words }: MeasuredAnswer): ScoredAnswer | null {
  if (acoustics.runs.length === 0) return null;
  if (!words.ok && words.reason.code !== "transcript_doubtful") return null;
  const artifacts = {
    // Only a pin of stored results; nothing is stored here.
    pcmSha256: "",
    acoustics,
    transcript: words.ok ? words.transcript : null,
    unusedTranscript: words.ok ? null : ("doubtful" as const),
  };
  const options = { language: "en", prompt: null, accommodations: [], vectors: null };
  return scoreArtifacts(artifacts, options).scored;
}
