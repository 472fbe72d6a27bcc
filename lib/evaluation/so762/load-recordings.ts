import path from "node:path";
import type { EvaluationContext } from "@/lib/evaluation/evaluation-set";
import { measureUtterances } from "@/lib/evaluation/measured-utterances";
import { chooseSpeakers } from "@/lib/evaluation/so762/choose-speakers";
import type { LabelledRecording } from "@/lib/evaluation/so762/joined-answers";
import { readLabels } from "@/lib/evaluation/so762/read-labels";

/** Folder of the read sentences in the data. */
export const SO762_FOLDER = "so762_train";
const QUICK_SPEAKERS = 20;
/** Of each speaker, so that a first quick run without kept measurements stays below three minutes of two cores. */
const QUICK_UTTERANCES = 10;

/**
 * The read sentences with labels and measurements, in the order of the file; in a quick run 10 sentences of each of 20
 * speakers.
 *
 * @throws EvaluationDataError for labels that do not fit, or a recording that is missing or damaged
 */
export async function loadRecordings(context: EvaluationContext): Promise<LabelledRecording[]> {
  const rows = readLabels(path.join(context.dataDir, SO762_FOLDER));
  const chosen = context.quick ? chooseSpeakers(rows, QUICK_SPEAKERS, QUICK_UTTERANCES) : rows;
  return measureUtterances(chosen, { cacheDir: context.cacheDir, progress: context.progress });
}
