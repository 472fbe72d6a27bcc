import type { LabelledUtterance } from "@/lib/evaluation/so762/read-labels";
import { meanOfGroups, type JudgedItem } from "@/scoring/evaluation/panel/judged-item";
import { panelAgreement, type PanelAgreement } from "@/scoring/evaluation/panel/panel-agreement";
import type { ReadSpeechScores } from "@/scoring/read-speech/read-speech-scores";

export const SCALES = ["fluency", "prosody"] as const;
export type Scale = (typeof SCALES)[number];

/** Sentences and speakers, everybody and adults alone. */
export const LEVELS = ["utterance", "speaker", "adults_utterance", "adults_speaker"] as const;
export type Level = (typeof LEVELS)[number];

export type Agreements = Readonly<Record<Level, PanelAgreement | null>>;

/** The experts' opinions of one scale beside the predictions; `predictions` in the order of `rows`. */
export function itemsOf(
  rows: readonly LabelledUtterance[],
  predictions: readonly ReadSpeechScores[],
  scale: Scale,
): JudgedItem[] {
  return rows.map((row, index) => ({
    group: row.speaker,
    predicted: predictions[index]?.[scale] ?? null,
    opinions: row[scale],
  }));
}

/** Agreement on all levels. A speaker's score is the mean of the sentences'. */
export function agreementOnLevels(rows: readonly LabelledUtterance[], items: readonly JudgedItem[]): Agreements {
  const adults = items.filter((_, index) => rows[index]?.adult === true);
  return {
    utterance: panelAgreement(items),
    speaker: panelAgreement(meanOfGroups(items)),
    adults_utterance: panelAgreement(adults),
    adults_speaker: panelAgreement(meanOfGroups(adults)),
  };
}
