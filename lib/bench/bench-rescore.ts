import { scoreArtifacts, type AnswerArtifacts, type ScoreOptions } from "@/lib/answers/score-artifacts";
import { dimensionRows, runColumns, toStoredRun, type StoredRun } from "@/lib/assessments/stored-run";
import type { Benchmark, BenchSetting } from "@/lib/bench/benchmark";
import { currentModel, scorerInput } from "@/lib/bench/bench-score";
import { timeRuns } from "@/lib/bench/time-runs";
import { fromStoredAcoustics, toStoredAcoustics } from "@/scoring/acoustics/stored-acoustics";
import { BUILT_IN_ROLES } from "@/scoring/benchmarks/built-in-roles";
import { PRIOR_NORMS } from "@/scoring/benchmarks/prior-norms";
import type { RoleBenchmark } from "@/scoring/benchmarks/role-benchmark-schema";
import { rollUp } from "@/scoring/benchmarks/roll-up";
import type { Transcript } from "@/scoring/transcripts/words";

const ANSWERS = 3_000;
const SECONDS = 240;
/** Compiles what is measured; the measured runs are long enough to forget the rest. */
const WARM_UP_ANSWERS = 200;
const PCM_SHA256 = "0".repeat(64);

/**
 * Another role or bar for stored answers: each result is read from its JSON and rolled up. What the role decides is
 * written; the evidence, which no role changes, is not written again. One core, without the database.
 */
const ROLE: Benchmark = {
  name: `rescore.${ANSWERS}`,
  measure: async (setting) => {
    const stored = JSON.stringify(storedAnswer(setting).row);
    const role = otherRole();
    const rescore = (): string => {
      const run = toStoredRun(JSON.parse(stored) as ReturnType<typeof toRow>); // `as`: what was written just above
      if (!run) throw new Error("the stored row holds no result");
      return JSON.stringify(rollUp(run.scored.modes.standard, role, PRIOR_NORMS));
    };
    return { unit: "ms", runs: await timeAll(rescore) };
  },
};

/**
 * Another model version for stored answers: the tables are read from their JSON, everything is measured and judged
 * again, and written as it is stored. One core, no sound, without the database.
 */
const MODEL: Benchmark = {
  name: `rescore.${ANSWERS}.model`,
  measure: async (setting) => {
    const { acoustics, transcript, options } = storedAnswer(setting);
    const role = otherRole();
    const rescore = (): string => {
      const artifacts: AnswerArtifacts = {
        pcmSha256: PCM_SHA256,
        acoustics: fromStoredAcoustics(JSON.parse(acoustics)),
        transcript: JSON.parse(transcript) as Transcript, // `as`: what storedAnswer() wrote
        unusedTranscript: null,
      };
      const run = toRun(scoreArtifacts(artifacts, options));
      return JSON.stringify([runColumns(run, role, "standard"), dimensionRows(run.scored)]);
    };
    return { unit: "ms", runs: await timeAll(rescore) };
  },
};

export const RESCORE_BENCHMARKS: readonly Benchmark[] = [ROLE, MODEL];

async function timeAll(rescore: () => string): Promise<number[]> {
  for (let i = 0; i < WARM_UP_ANSWERS; i++) rescore();
  const all = (): void => {
    for (let i = 0; i < ANSWERS; i++) rescore();
  };
  return timeRuns(all, 0);
}

/** One answer as the database holds it: JSON texts of the tables, of the words and of the result. */
function storedAnswer(setting: BenchSetting) {
  const { acoustics, transcript, language, prompt, accommodations, vectors } = scorerInput(setting, SECONDS);
  const options: ScoreOptions = { language, prompt, accommodations, vectors, model: currentModel().id };
  const artifacts = { pcmSha256: PCM_SHA256, acoustics, transcript, unusedTranscript: null };
  return {
    options,
    acoustics: JSON.stringify(toStoredAcoustics(acoustics)),
    transcript: JSON.stringify(transcript),
    row: toRow(toRun(scoreArtifacts(artifacts, options))),
  };
}

function toRun({ scored, inputHash }: ReturnType<typeof scoreArtifacts>): StoredRun {
  const audio = { durationMs: SECONDS * 1_000 } as StoredRun["audio"]; // `as`: carried along, never read by a re-score
  return { scored, inputHash, audio, transcript: null, timingsMs: {} };
}

function toRow({ scored, inputHash, audio, transcript, timingsMs }: StoredRun) {
  return { result: scored, inputHash, audio, transcript, timings: timingsMs };
}

function otherRole(): RoleBenchmark {
  const role = BUILT_IN_ROLES.at(-1);
  if (!role) throw new Error("there is no built-in role");
  return role;
}
