import type { AnswerView } from "@/scoring/features/answer-view";
import type { Measurement } from "@/scoring/features/measurement";

type ViewPart = keyof AnswerView;

/** The parts a feature asked for, with `null` taken out: the runner answers for absent ones. */
export type NeededParts<Needs extends ViewPart> = { readonly [Part in Needs]: NonNullable<AnswerView[Part]> };

export interface FeatureDefinition<Needs extends ViewPart = ViewPart> {
  /** `family.name`, e.g. "pace.wordsPerMinute". */
  readonly id: string;
  /** Short name in scoring-science and in docs/features.md: "WPM". */
  readonly symbol: string;
  /** What a recruiter reads: "Speaking pace". */
  readonly label: string;
  /** What is computed, in sentences for a reader of docs/features.md: what is counted, over what, with which limits. */
  readonly description: string;
  /** The paper that defines or motivates it, or "own definition". */
  readonly source: string;
  /** Rises when any value can change. */
  readonly version: number;
  readonly unit: string;
  /** Values outside are a bug, not a result. */
  readonly range: readonly [number, number];
  readonly needs: readonly Needs[];
  readonly extract: (parts: NeededParts<Needs>) => Measurement;
}

/** Declares a feature; asking in `extract` for a part that `needs` does not name does not compile. */
export function defineFeature<const Needs extends ViewPart>(
  definition: FeatureDefinition<Needs>,
): FeatureDefinition<Needs> {
  return definition;
}
