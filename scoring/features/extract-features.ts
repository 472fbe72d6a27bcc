import type { AnswerView } from "@/scoring/features/answer-view";
import type { FeatureDefinition, NeededParts } from "@/scoring/features/define-feature";
import { FEATURES, findFeature } from "@/scoring/features/feature-registry";
import { unmeasurable, type Measurement, type UnmeasurableReason } from "@/scoring/features/measurement";
import { MIN_RELEVANCE_TOKENS } from "@/scoring/language/relevance/relevance-constants";

/**
 * Measures the named features, all of them by default. A feature that fails, or gives a value out of its range, becomes
 * unmeasurable ("failed") and stops no other.
 *
 * @throws RangeError for an id that is not registered.
 */
export function extractFeatures(view: AnswerView, ids?: readonly string[]): ReadonlyMap<string, Measurement> {
  const table = new Map<string, Measurement>();
  for (const feature of ids?.map(findFeature) ?? FEATURES) table.set(feature.id, extractOrFail(feature, view));
  return table;
}

function extractOrFail(feature: FeatureDefinition, view: AnswerView): Measurement {
  try {
    return extractFeature(feature, view);
  } catch {
    return unmeasurable("failed");
  }
}

/**
 * Measures one feature, or says which part of the view is missing.
 *
 * @throws RangeError for a value outside the feature's range; whatever the feature throws. Tests use this one.
 */
export function extractFeature(feature: FeatureDefinition, view: AnswerView): Measurement {
  const missing = feature.needs.find((part) => view[part] === null);
  if (missing !== undefined) return unmeasurable(whyAbsent(missing, view));
  // Only the parts it named: a feature cannot come to depend on others unseen. None is null (checked above).
  const parts: Partial<Record<keyof AnswerView, unknown>> = {};
  for (const part of feature.needs) parts[part] = view[part];
  const measurement = feature.extract(parts as NeededParts<keyof AnswerView>);
  const [least, most] = feature.range;
  if (measurement.kind === "measured" && !(measurement.value >= least && measurement.value <= most)) {
    throw new RangeError(`${feature.id} is ${measurement.value}, outside ${least}..${most}`);
  }
  return measurement;
}

/** Why a part of the view is null. Relevance needs words, a prompt, and enough of both; else it lacked vectors. */
function whyAbsent(part: keyof AnswerView, view: AnswerView): UnmeasurableReason {
  if (part === "prompt") return "no_prompt";
  if (part === "words" || view.words === null) return "no_transcript";
  if (view.prompt === null) return "no_prompt";
  return view.words.tokens.length < MIN_RELEVANCE_TOKENS ? "too_few_words" : "no_vectors";
}
