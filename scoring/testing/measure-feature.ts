import { HESITATION_RECALL } from "@/scoring/acoustics/find-hesitations";
import { buildAnswerView } from "@/scoring/features/build-answer-view";
import type { FeatureDefinition } from "@/scoring/features/define-feature";
import { extractFeature } from "@/scoring/features/extract-features";
import { makeAnswer, type AnswerDescription } from "@/scoring/testing/make-answer";

/** A described answer, heard by a search for filled pauses that finds the given share of them. */
type HeardAnswer = AnswerDescription & { readonly hesitationRecall?: number };

function viewOf(description: string, { hesitationRecall = HESITATION_RECALL, ...answer }: HeardAnswer) {
  return buildAnswerView(makeAnswer(description, answer), hesitationRecall);
}

/** The value of a feature on a described answer, or the reason why it has none. */
export function measure(feature: FeatureDefinition, description: string, options: HeardAnswer = {}): number | string {
  const measurement = extractFeature(feature, viewOf(description, options));
  return measurement.kind === "measured" ? measurement.value : measurement.reason;
}

/** What a recruiter would be shown beside the value. */
export function momentTexts(feature: FeatureDefinition, description: string, options: HeardAnswer = {}) {
  const measurement = extractFeature(feature, viewOf(description, options));
  return measurement.kind === "measured" ? measurement.moments.map((moment) => moment.text) : [];
}

/** The phrase said so many times in a row. */
export function times(count: number, phrase: string): string {
  return Array.from({ length: count }, () => phrase).join(" ");
}
