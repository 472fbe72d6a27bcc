import type { Moment, UnmeasurableReason } from "@/scoring/features/measurement";

export const DIMENSIONS = ["communication", "clarity", "composure", "empathy_signal"] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** `wording_only` drops pitch terms from composure and every acoustic term from empathy_signal (section 0.1). */
export const SCORING_MODES = ["standard", "wording_only"] as const;
export type ScoringMode = (typeof SCORING_MODES)[number];

/** Why a dimension is null, or (noisy) why its interval is wide. Closed: one text per code in low-confidence-text.ts. */
export const LOW_CONFIDENCE_CODES = [
  "too_short",
  "too_few_words",
  "poor_recognition",
  "noise",
  "noisy",
  "off_topic",
  "repeats_question",
  "language_mismatch",
  "language_not_calibrated",
  "no_occasion",
  "no_transcript",
  "transcript_mismatch",
  "no_speech",
  "reading",
  "second_speaker",
  "standard_error",
  "missing_terms",
] as const;
export type LowConfidenceCode = (typeof LOW_CONFIDENCE_CODES)[number];

export interface LowConfidenceReason {
  readonly code: LowConfidenceCode;
  /** A plain sentence: "42 words were said; 80 are needed." */
  readonly text: string;
  /** What would complete it, machine-readable: "transcript", "longer_answer", "quieter_recording", … or null. */
  readonly needs: string | null;
}

export interface Norm {
  readonly mean: number;
  readonly sd: number | null;
  readonly population: string;
  readonly tag: "S" | "S*" | "M" | "D";
}

/** One named contribution. base + sum(points) + clip = exactScore, to 0.05. */
export interface EvidenceTerm {
  /** Term key in the model: "pace". */
  readonly term: string;
  /** Feature that feeds it: "pace.wordsPerMinute". */
  readonly feature: string;
  readonly label: string;
  readonly value: number;
  readonly unit: string;
  readonly norm: Norm | null;
  readonly points: number;
  /** points minus the points that the norm would have earned; null without a norm. */
  readonly vsNorm: number | null;
  readonly moments: readonly Moment[];
  readonly detail: string | null;
}

export interface MissingTerm {
  readonly term: string;
  readonly label: string;
  readonly reason: UnmeasurableReason;
}

export interface Ledger {
  readonly base: number;
  /** Ordered by |points|, largest first. */
  readonly terms: readonly EvidenceTerm[];
  /** What the cut to 0..100 added or took. */
  readonly clip: number;
  readonly exactScore: number;
  readonly missing: readonly MissingTerm[];
}

export type DimensionResult =
  | {
      readonly kind: "scored";
      /** exactScore rounded, 0..100. */
      readonly score: number;
      readonly standardError: number;
      /** 80 %: score +- 1.28 standard errors, cut to 0..100. */
      readonly interval: readonly [number, number];
      /** Scored by a model that is not calibrated for this case (no words, or a language not yet calibrated). */
      readonly provisional: boolean;
      /** Reasons that widened the interval without withholding the score. */
      readonly cautions: readonly LowConfidenceReason[];
      readonly ledger: Ledger;
    }
  | { readonly kind: "withheld"; readonly reasons: readonly LowConfidenceReason[] };

export type DimensionResults = Readonly<Record<Dimension, DimensionResult>>;
