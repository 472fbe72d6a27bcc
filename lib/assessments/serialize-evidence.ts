import {
  DIMENSIONS,
  type Dimension,
  type DimensionResults,
  type EvidenceTerm,
  type Ledger,
  type Norm,
} from "@/scoring/dimensions/dimension-result";
import type { UnmeasurableReason } from "@/scoring/features/measurement";
import { UNMEASURABLE_REASONS } from "@/scoring/features/unmeasurable-reasons";

export interface EvidenceTermJson {
  readonly term: string;
  readonly feature: string;
  readonly label: string;
  readonly value: number;
  readonly unit: string;
  readonly norm: Norm | null;
  readonly points: number;
  readonly vs_norm: number | null;
  readonly moments: readonly { readonly start_ms: number; readonly end_ms: number; readonly text: string }[];
  readonly detail: string | null;
}

/** base + sum of points + clip = exact_score, to 0.05. */
export interface EvidenceJson {
  readonly base: number;
  readonly exact_score: number;
  readonly clip: number;
  readonly terms: readonly EvidenceTermJson[];
  /** Terms that could not be measured: `reason` is stable, `text` is for people. */
  readonly missing: readonly {
    readonly term: string;
    readonly label: string;
    readonly reason: UnmeasurableReason;
    readonly text: string;
  }[];
}

/** Values are printed with four decimals: more says nothing, and binary noise would. */
const VALUE_DECIMALS = 10_000;

/** The ledgers of the scored dimensions; a withheld one has none. */
export function serializeEvidence(results: DimensionResults): Partial<Record<Dimension, EvidenceJson>> {
  const evidence: Partial<Record<Dimension, EvidenceJson>> = {};
  for (const dimension of DIMENSIONS) {
    const result = results[dimension];
    if (result.kind === "scored") evidence[dimension] = serializeLedger(result.ledger);
  }
  return evidence;
}

function serializeLedger(ledger: Ledger): EvidenceJson {
  const { base, exactScore, clip, terms, missing } = ledger;
  return { base, exact_score: exactScore, clip, terms: terms.map(serializeTerm), missing: missing.map(withText) };
}

function withText(term: Ledger["missing"][number]): EvidenceJson["missing"][number] {
  return { ...term, text: UNMEASURABLE_REASONS[term.reason] };
}

function serializeTerm(term: EvidenceTerm): EvidenceTermJson {
  return {
    term: term.term,
    feature: term.feature,
    label: term.label,
    value: Math.round(term.value * VALUE_DECIMALS) / VALUE_DECIMALS,
    unit: term.unit,
    norm: term.norm,
    points: term.points,
    vs_norm: term.vsNorm,
    moments: term.moments.map((moment) => ({
      start_ms: Math.round(moment.startMs),
      end_ms: Math.round(moment.endMs),
      text: moment.text,
    })),
    detail: term.detail,
  };
}
