import type { Interval } from "@/scoring/acoustics/interval";

/** A place in the answer that explains a value: what a recruiter jumps to. */
export interface Moment extends Interval {
  /** What is there, in words of behaviour: "um", "0.8 s pause: the … refund". */
  readonly text: string;
}

/** Why a feature has no value. Codes are stable; wording for people is in `unmeasurable-reasons.ts`. */
export type UnmeasurableReason =
  | "no_transcript"
  | "too_little_speech"
  | "too_few_words"
  | "too_few_pauses"
  | "too_few_clauses"
  | "too_little_voicing"
  | "no_fillers_source"
  | "no_prompt"
  | "prompt_end_unknown"
  | "no_vectors"
  | "language_not_calibrated"
  | "gain_control"
  | "too_noisy"
  | "accommodation"
  | "wording_only"
  | "tone_language"
  | "no_concreteness_list"
  | "failed";

export interface Measured {
  readonly kind: "measured";
  readonly value: number;
  /** Places that caused the value, ascending; empty where the whole answer did. */
  readonly moments: readonly Moment[];
  /** What was found, for features that are made of parts ("situation, action; no result"). */
  readonly detail?: string;
}

export interface Unmeasurable {
  readonly kind: "unmeasurable";
  readonly reason: UnmeasurableReason;
}

/** Never 0 for what could not be measured: a value, or the reason why there is none. */
export type Measurement = Measured | Unmeasurable;

/** Places, or how to word them: of the answer without a block only the value is read, of most features sixteen times. */
export type Moments = readonly Moment[] | (() => readonly Moment[]);

/**
 * @param moments worded when they are first read, where they are given as a function; it must not throw.
 * @throws RangeError when the value is not finite: a feature must say "unmeasurable" instead.
 */
export function measured(value: number, moments: Moments = [], detail?: string): Measured {
  if (!Number.isFinite(value)) throw new RangeError(`a measurement must be finite, got ${value}`);
  if (typeof moments === "function") return new MeasuredInPlaces(value, moments, detail);
  return detail === undefined ? { kind: "measured", value, moments } : { kind: "measured", value, moments, detail };
}

/** A class, not a getter made anew for each: there are hundreds of measurements an answer, whose places nobody reads. */
class MeasuredInPlaces implements Measured {
  readonly kind = "measured";
  readonly value: number;
  declare readonly detail?: string;
  #moments: Moments;

  constructor(value: number, moments: Moments, detail: string | undefined) {
    this.value = value;
    this.#moments = moments;
    if (detail !== undefined) this.detail = detail;
  }

  get moments(): readonly Moment[] {
    if (typeof this.#moments === "function") this.#moments = this.#moments();
    return this.#moments;
  }
}

export function unmeasurable(reason: UnmeasurableReason): Unmeasurable {
  return { kind: "unmeasurable", reason };
}
