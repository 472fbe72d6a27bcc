import type { LabelledRecording } from "@/lib/evaluation/so762/joined-answers";
import { mean } from "@/scoring/evaluation/statistics/mean";
import { crossValidateReadSpeech } from "@/scoring/read-speech/cross-validate-read-speech";
import { prepareUtterance } from "@/scoring/read-speech/prepared-utterance";
import type { ReadSpeechModel, ReadSpeechScores } from "@/scoring/read-speech/read-speech-scores";

/** What is measured against the experts. */
export interface ReadSpeechContender {
  /** The model in the repository, to be applied unchanged; null where there is none. */
  readonly shipped: { readonly id: string; readonly model: ReadSpeechModel } | null;
  /** Scores of every recording by models fitted on the other speakers of `rows`; in their order. */
  crossValidate(rows: readonly LabelledRecording[]): ReadSpeechScores[];
}

export const READ_SPEECH: ReadSpeechContender = {
  shipped: null,
  crossValidate: (rows) =>
    crossValidateReadSpeech(
      rows.map((row) => ({
        speaker: row.speaker,
        utterance: prepareUtterance(row),
        fluency: mean(row.fluency),
        prosody: mean(row.prosody),
      })),
    ),
};
