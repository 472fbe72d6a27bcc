import { hashInput } from "@/lib/answers/hash-input";
import { EarshotError } from "@/lib/errors/error-codes";
import type { AcousticArtifacts } from "@/scoring/acoustics/acoustic-artifacts";
import type { UnusedTranscript } from "@/scoring/confidence/confidence-facts";
import type { WordVectors } from "@/scoring/language/word-vectors";
import { DEFAULT_MODEL_ID, findModel, MODEL_IDS } from "@/scoring/models/model-catalogue";
import { extractAnswer, judgeAnswer } from "@/scoring/pipeline/score-answer";
import type { ScoredAnswer } from "@/scoring/pipeline/scored-answer";
import type { Accommodation, Prompt } from "@/scoring/pipeline/scorer-input";
import type { Transcript } from "@/scoring/transcripts/words";

/** What is stored of an answer: no audio, about 100 kB. */
export interface AnswerArtifacts {
  /** SHA-256 of the decoded samples, hex. */
  readonly pcmSha256: string;
  readonly acoustics: AcousticArtifacts;
  readonly transcript: Transcript | null;
  /** Why the transcript that was sent is not used; null when it is, or none was sent. */
  readonly unusedTranscript: UnusedTranscript | null;
}

export interface ScoreOptions {
  readonly language: string;
  readonly prompt: Prompt | null;
  readonly accommodations: readonly Accommodation[];
  readonly vectors: WordVectors | null;
  /** Model version; the current one when absent. */
  readonly model?: string;
}

export interface ArtifactScore {
  readonly scored: ScoredAnswer;
  /** The pin: same hash and same model, same bytes. */
  readonly inputHash: string;
}

/** Runs a named stage; what times the stages of a run hands one in. */
type RunStage = <T>(stage: "features" | "score", run: () => T) => T;

/**
 * Scores stored artifacts: no file, no recogniser, a few milliseconds. The way of every re-score.
 *
 * @param runStage called for the two stages, "features" and "score"
 * @throws EarshotError `invalid_field` for an unknown model version (names the known ones)
 */
export function scoreArtifacts(
  artifacts: AnswerArtifacts,
  options: ScoreOptions,
  runStage: RunStage = (_stage, run) => run(),
): ArtifactScore {
  const { pcmSha256, acoustics, transcript, unusedTranscript } = artifacts;
  const { language, prompt, accommodations, vectors } = options;
  const modelId = options.model ?? DEFAULT_MODEL_ID;
  const model = findModel(modelId);
  if (!model) {
    const detail = `There is no model "${modelId}". Known models: ${MODEL_IDS.join(", ")}.`;
    throw new EarshotError("invalid_field", detail, [{ pointer: "/model", code: "invalid_field", detail }]);
  }
  const input = { transcript, language, prompt, accommodations };
  const findings = unusedTranscript === null ? {} : { unusedTranscript };
  const features = runStage("features", () => extractAnswer({ ...input, acoustics, vectors }, model, findings));
  return {
    scored: runStage("score", () => judgeAnswer(features, model)),
    inputHash: hashInput({ ...input, pcmSha256, unusedTranscript, vectors: vectors?.id ?? null }),
  };
}
