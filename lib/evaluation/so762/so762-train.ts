import { EvaluationDataError, type EvaluationSet } from "@/lib/evaluation/evaluation-set";
import { compareWithExperts } from "@/lib/evaluation/so762/compare-with-experts";
import { loadRecordings, SO762_FOLDER } from "@/lib/evaluation/so762/load-recordings";
import { scoreSpeakers } from "@/lib/evaluation/so762/product-speaker";
import { READ_SPEECH } from "@/lib/evaluation/so762/read-speech-contender";
import { so762Json } from "@/lib/evaluation/so762/so762-json";
import { so762Section } from "@/lib/evaluation/so762/so762-section";

const LEAST_SPEAKERS = 2;

/** Read sentences, fluency and prosody by five experts: the benchmark of `read-speech@`, and of the product's clarity. */
export const so762Train: EvaluationSet = {
  name: "so762_train",
  folder: SO762_FOLDER,
  async evaluate(context) {
    const recordings = await loadRecordings(context);
    if (new Set(recordings.map(({ speaker }) => speaker)).size < LEAST_SPEAKERS) {
      throw new EvaluationDataError(
        `at least ${LEAST_SPEAKERS} speakers are needed: one is judged by what others taught`,
      );
    }
    const product = await scoreSpeakers(recordings, context);
    context.progress("comparing with the experts");
    const comparison = compareWithExperts(recordings, product, READ_SPEECH);
    return { json: so762Json(comparison), section: so762Section(comparison) };
  },
};
