import type { LabelledRecording } from "@/lib/evaluation/so762/joined-answers";
import { rateRecordings } from "@/lib/evaluation/so762/rate-recordings";
import { CURRENT_READ_SPEECH_ID, findReadSpeechModel } from "@/scoring/models/read-speech-catalogue";
import { crossValidateReadSpeech } from "@/scoring/read-speech/cross-validate-read-speech";
import type { ReadSpeechModel, ReadSpeechScores } from "@/scoring/read-speech/read-speech-scores";
import { scoreReadSpeech } from "@/scoring/read-speech/score-read-speech";

/** What is compared with the experts: the model in the repository, and its kind refitted in the folder. */
export interface ReadSpeechContender {
  readonly shipped: { readonly id: string; readonly model: ReadSpeechModel } | null;
  /** Scores in the order of `rows`, each by models fitted on other speakers. */
  crossValidate(rows: readonly LabelledRecording[]): ReadSpeechScores[];
}

const published = findReadSpeechModel(CURRENT_READ_SPEECH_ID);

export const READ_SPEECH: ReadSpeechContender = {
  shipped: published && {
    id: published.id,
    model: { predict: (utterance) => scoreReadSpeech(utterance, published) },
  },
  crossValidate: (rows) => crossValidateReadSpeech(rateRecordings(rows)),
};
