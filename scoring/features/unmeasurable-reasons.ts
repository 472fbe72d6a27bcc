import type { UnmeasurableReason } from "@/scoring/features/measurement";

/** Why something was not measured, as the end of a sentence: "Structure was left out: no transcript." */
export const UNMEASURABLE_REASONS: Readonly<Record<UnmeasurableReason, string>> = {
  no_transcript: "no transcript",
  too_little_speech: "too little speech",
  too_few_words: "too few words",
  too_few_pauses: "too few pauses",
  too_few_clauses: "too few clauses",
  too_little_voicing: "too little voiced speech",
  no_fillers_source: "fillers cannot be heard reliably in this recording",
  no_prompt: "the question is not known",
  prompt_end_unknown: "the end of the question is not on the recording",
  no_vectors: "no word vectors for this language",
  language_not_calibrated: "not calibrated for this language",
  gain_control: "the recorder levelled the volume",
  too_noisy: "too noisy",
  accommodation: "switched off",
  wording_only: "switched off: wording only",
  tone_language: "not measured in tone languages",
  no_concreteness_list: "no concreteness list installed",
  failed: "the measurement failed",
};
