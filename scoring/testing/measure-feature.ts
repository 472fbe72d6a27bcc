import { buildAnswerView } from "@/scoring/features/build-answer-view";
import type { FeatureDefinition } from "@/scoring/features/define-feature";
import { extractFeature } from "@/scoring/features/extract-features";
import { makeAnswer, type AnswerDescription } from "@/scoring/testing/make-answer";

/** The value of a feature on a described answer, or the reason why it has none. */
export function measure(
  feature: FeatureDefinition,
  description: string,
  options: AnswerDescription = {},
): number | string {
  const measurement = extractFeature(feature, buildAnswerView(makeAnswer(description, options)));
  return measurement.kind === "measured" ? measurement.value : measurement.reason;
}

/** What a recruiter would be shown beside the value. */
export function momentTexts(feature: FeatureDefinition, description: string, options: AnswerDescription = {}) {
  const measurement = extractFeature(feature, buildAnswerView(makeAnswer(description, options)));
  return measurement.kind === "measured" ? measurement.moments.map((moment) => moment.text) : [];
}

/** The phrase said so many times in a row. */
export function times(count: number, phrase: string): string {
  return Array.from({ length: count }, () => phrase).join(" ");
}
