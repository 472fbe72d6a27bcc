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
  const picked: PickedParts = new Map();
  for (const feature of ids?.map(findFeature) ?? FEATURES) table.set(feature.id, extractOrFail(feature, view, picked));
  return table;
}

function extractOrFail(feature: FeatureDefinition, view: AnswerView, picked: PickedParts): Measurement {
  try {
    return extractFeature(feature, view, picked);
  } catch {
    return unmeasurable("failed");
  }
}

/** Parts of one view by what was asked for: many features ask for the same ones. */
type PickedParts = Map<string, NeededParts<keyof AnswerView> | UnmeasurableReason>;

/**
 * Measures one feature, or says which part of the view is missing.
 *
 * @param picked what was picked from the same view before.
 * @throws RangeError for a value outside the feature's range; whatever the feature throws. Tests use this one.
 */
export function extractFeature(
  feature: FeatureDefinition,
  view: AnswerView,
  picked: PickedParts = new Map(),
): Measurement {
  const parts = pickParts(feature, view, picked);
  if (typeof parts === "string") return unmeasurable(parts);
  const measurement = feature.extract(parts);
  if (measurement.kind === "unmeasurable") return measurement;
  const { value } = measurement;
  const { range } = feature;
  if (value >= range[0] && value <= range[1]) return measurement;
  throw new RangeError(`${feature.id} is ${value}, outside ${range[0]}..${range[1]}`);
}

const namesOfNeeds = new WeakMap<FeatureDefinition, string>();

function nameNeeds(feature: FeatureDefinition): string {
  const names = feature.needs.join();
  namesOfNeeds.set(feature, names);
  return names;
}

/** Only the parts that the feature named: it cannot come to depend on others unseen. A reason where one is missing. */
function pickParts(
  feature: FeatureDefinition,
  view: AnswerView,
  picked: PickedParts,
): NeededParts<keyof AnswerView> | UnmeasurableReason {
  const names = namesOfNeeds.get(feature) ?? nameNeeds(feature);
  const known = picked.get(names);
  if (known !== undefined) return known;
  const missing = feature.needs.find((part) => view[part] === null);
  const parts: Partial<Record<keyof AnswerView, unknown>> = {};
  for (const part of feature.needs) parts[part] = view[part];
  const found = missing === undefined ? (parts as NeededParts<keyof AnswerView>) : whyAbsent(missing, view); // none null
  picked.set(names, found);
  return found;
}

/** Why a part of the view is null. Relevance needs words, a prompt, and enough of both; else it lacked vectors. */
function whyAbsent(part: keyof AnswerView, view: AnswerView): UnmeasurableReason {
  if (part === "prompt") return "no_prompt";
  if (part === "words" || view.words === null) return "no_transcript";
  if (view.prompt === null) return "no_prompt";
  return view.words.tokens.length < MIN_RELEVANCE_TOKENS ? "too_few_words" : "no_vectors";
}
