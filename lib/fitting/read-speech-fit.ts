import { readSpeechCard } from "@/lib/fitting/read-speech-card";
import { readSpeechMetrics, termLosses } from "@/lib/fitting/read-speech-metrics";
import type { ModelFit } from "@/lib/fitting/model-fit";
import { loadRecordings } from "@/lib/evaluation/so762/load-recordings";
import { rateRecordings } from "@/lib/evaluation/so762/rate-recordings";
import { crossValidateReadSpeech } from "@/scoring/read-speech/cross-validate-read-speech";
import { fitReadSpeech } from "@/scoring/read-speech/fit-read-speech";
import { readSpeechScorecardSchema } from "@/scoring/read-speech/read-speech-scorecard";

/** `read-speech@`: fitted on all read sentences of the folder; its figures are cross-validated by speaker. */
export const readSpeechFit: ModelFit = {
  name: "read-speech",
  async fit(context) {
    const rows = await loadRecordings({ ...context, quick: false });
    const rated = rateRecordings(rows);
    context.progress(`cross-validating on ${rows.length} sentences`);
    const metrics = readSpeechMetrics(rows, crossValidateReadSpeech(rated), termLosses(rows, rated));
    const coefficients = fitReadSpeech(rated);
    return {
      metrics,
      model: ({ id, card }) =>
        readSpeechScorecardSchema.parse({ schema: "read-speech-model@1", id, card, ...coefficients }),
      card: (publication) => readSpeechCard(publication, coefficients, metrics),
    };
  },
};
