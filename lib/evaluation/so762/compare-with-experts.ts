import type { LabelledRecording } from "@/lib/evaluation/so762/joined-answers";
import { agreementOnLevels, itemsOf, SCALES, type Agreements, type Scale } from "@/lib/evaluation/so762/panel-items";
import type { ProductSpeaker } from "@/lib/evaluation/so762/product-speaker";
import type { ReadSpeechContender } from "@/lib/evaluation/so762/read-speech-contender";
import { splitByGroups, type GroupResiduals } from "@/lib/evaluation/so762/split-by-groups";
import { meanOfGroups, type JudgedItem } from "@/scoring/evaluation/panel/judged-item";
import { panelAgreement, type PanelAgreement } from "@/scoring/evaluation/panel/panel-agreement";
import { panelBaselines, type PanelBaselines } from "@/scoring/evaluation/panel/panel-baselines";
import type { ReadSpeechScores } from "@/scoring/read-speech/read-speech-scores";

/** One scale on one way of predicting it. */
export interface WayComparison {
  readonly agreements: Agreements;
  readonly groups: GroupResiduals;
  /** One item a speaker, for the drawing. */
  readonly speakers: readonly JudgedItem[];
}

export interface ScaleComparison {
  /** The model in the repository, unchanged; null where there is none. */
  readonly shipped: WayComparison | null;
  /** Refitted in this folder; every speaker judged by a model that has not heard them. */
  readonly cv: WayComparison;
  /** The product's clarity of the joined answer against the speaker's mean; null where all were withheld. */
  readonly product: PanelAgreement | null;
  readonly productCoverage: number;
  readonly baselines: { readonly utterance: PanelBaselines; readonly speaker: PanelBaselines };
}

export interface Comparison {
  /** "read-speech@1.0.0"; null where none is shipped. */
  readonly modelId: string | null;
  readonly utterances: number;
  readonly speakers: number;
  readonly adults: number;
  /** Share of sentences with a score of the shipped model (refitted, where none is shipped), 0..1. */
  readonly coverage: number;
  readonly scales: Readonly<Record<Scale, ScaleComparison>>;
}

/** All figures of the set. */
export function compareWithExperts(
  rows: readonly LabelledRecording[],
  product: readonly ProductSpeaker[],
  { shipped, crossValidate }: ReadSpeechContender,
): Comparison {
  const refitted = crossValidate(rows);
  const unchanged = shipped && rows.map((row) => shipped.model.predict(row));
  const speakers = new Set(rows.map(({ speaker }) => speaker));
  const adults = new Set(rows.filter(({ adult }) => adult).map(({ speaker }) => speaker));
  const judged = (unchanged ?? refitted).filter(({ fluency, prosody }) => fluency !== null && prosody !== null);
  const compare = (scale: Scale): ScaleComparison => {
    const items = itemsOf(rows, refitted, scale);
    const joined = withClarity(meanOfGroups(items), product);
    return {
      shipped: unchanged && compareWay(rows, unchanged, scale),
      cv: compareWay(rows, refitted, scale),
      product: panelAgreement(joined),
      productCoverage: joined.filter(({ predicted }) => predicted !== null).length / joined.length,
      baselines: { utterance: panelBaselines(items), speaker: panelBaselines(meanOfGroups(items)) },
    };
  };
  return {
    modelId: shipped?.id ?? null,
    utterances: rows.length,
    speakers: speakers.size,
    adults: adults.size,
    coverage: judged.length / rows.length,
    // Object.fromEntries forgets that every scale is there.
    scales: Object.fromEntries(SCALES.map((scale) => [scale, compare(scale)])) as Record<Scale, ScaleComparison>,
  };
}

function compareWay(
  rows: readonly LabelledRecording[],
  predictions: readonly ReadSpeechScores[],
  scale: Scale,
): WayComparison {
  const items = itemsOf(rows, predictions, scale);
  return {
    agreements: agreementOnLevels(rows, items),
    groups: splitByGroups(rows, items),
    speakers: meanOfGroups(items),
  };
}

/** The experts' means of each speaker beside the product's score. */
function withClarity(speakers: readonly JudgedItem[], product: readonly ProductSpeaker[]): JudgedItem[] {
  const clarity = new Map(product.map((one) => [one.speaker, one.clarity]));
  return speakers.map((item) => ({ ...item, predicted: clarity.get(item.group) ?? null }));
}
