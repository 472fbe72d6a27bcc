import path from "node:path";
import type { Benchmark, BenchSetting } from "@/lib/bench/benchmark";
import { timeRuns, WARM_UPS_OF_SHORT_WORK } from "@/lib/bench/time-runs";
import { environment } from "@/lib/config/environment";
import { loadWordVectors } from "@/lib/recognition/word-vectors";
import { analyseAcoustics } from "@/scoring/acoustics/analyse-acoustics";
import { GROWTH_SECONDS } from "@/scoring/bench/growth-seconds";
import { DEFAULT_MODEL_ID, findModel } from "@/scoring/models/model-catalogue";
import type { SoftSkillsModel } from "@/scoring/models/model-schema";
import { scoreAnswer } from "@/scoring/pipeline/score-answer";
import type { ScorerInput } from "@/scoring/pipeline/scorer-input";

/** The row without a length in its name is the answer of the target table. */
const SECONDS = 240;
/** One answer takes so little that a pause of the garbage collector would decide what a run took. */
const ANSWERS_PER_RUN = 20;
const LANGUAGE = "en";

/** Features, scores, errors and ledger from stored tables: no sound, no recogniser. */
export const SCORE_BENCHMARKS: readonly Benchmark[] = GROWTH_SECONDS.map((seconds) => ({
  name: seconds === SECONDS ? "score.from_artifacts" : `score.from_artifacts.${seconds}s`,
  measure: async (setting) => {
    const input = scorerInput(setting, seconds);
    const model = currentModel();
    const scoreSome = (): void => {
      for (let i = 0; i < ANSWERS_PER_RUN; i++) scoreAnswer(input, model);
    };
    const runs = await timeRuns(scoreSome, WARM_UPS_OF_SHORT_WORK);
    return { unit: "ms", runs: runs.map((ms) => ms / ANSWERS_PER_RUN) };
  },
}));

/** What the scorer is given of an answer of so many seconds. */
export function scorerInput({ answer }: BenchSetting, seconds: number): ScorerInput {
  const { dataDir } = environment();
  return {
    acoustics: analyseAcoustics(answer.pcm(seconds)),
    transcript: { source: "supplied", language: LANGUAGE, words: answer.words(seconds), meanConfidence: null },
    language: LANGUAGE,
    prompt: answer.prompt,
    accommodations: [],
    vectors: loadWordVectors(LANGUAGE, path.join(dataDir, "word-vectors")),
  };
}

/** The model that answers are scored with when nothing else is asked for. */
export function currentModel(): SoftSkillsModel {
  const model = findModel(DEFAULT_MODEL_ID);
  if (!model) throw new Error(`The model "${DEFAULT_MODEL_ID}" is not in the catalogue.`);
  return model;
}
