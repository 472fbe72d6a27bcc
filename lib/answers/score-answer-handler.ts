import path from "node:path";
import { endRunWithout } from "@/lib/answers/end-run-without";
import { scoreRecording, type RecordingScore } from "@/lib/answers/score-recording";
import { findScoredAssessment, listRolePins, type ScoredAssessment } from "@/lib/assessments/data";
import { completeRun, type RunToDo, takeUpRun } from "@/lib/assessments/mutations";
import { type StoredRun, toStoredRun } from "@/lib/assessments/stored-run";
import { environment } from "@/lib/config/environment";
import type { OrganizationScope } from "@/lib/db/scope";
import { EarshotError } from "@/lib/errors/error-codes";
import { sender } from "@/lib/jobs/enqueue";
import { jobOutcomeSchema, type JobOutcome } from "@/lib/jobs/job-outcome";
import { observeRun } from "@/lib/metrics/instruments";
import { loadWordVectors } from "@/lib/recognition/word-vectors";
import { loadRoleVersions } from "@/lib/role-benchmarks/data";
import { openStore } from "@/lib/storage/open-store";
import type { SuppliedTranscript } from "@/lib/answers/read-transcript";
import { toStoredAcoustics } from "@/scoring/acoustics/stored-acoustics";
import { ACCOMMODATIONS } from "@/scoring/pipeline/scorer-input";
import { CHANNELS } from "@/lib/answers/schema";

/** Layout of the stored words: a Transcript as JSON. */
const WORDS_VERSION = "words@1";
/** In place of words that are not used: why, as `{ reason }`, so that a re-score from what is stored says the same. */
const UNUSED_WORDS_VERSION = "unused-words@1";
const DONE: JobOutcome = { ok: true };
/** The run was erased while it waited: there is nothing to do and nobody to tell. */
const GONE: JobOutcome = { ok: false, code: "not_found", detail: "The answer was erased.", errors: [] };

interface Work {
  readonly scope: OrganizationScope;
  readonly payload: { readonly runId: string };
  /** The job's line in the log. */
  readonly event: Record<string, unknown>;
}

export const scoreAnswerHandler = { handle: scoreAnswerRun, giveUp: giveUpRun };

/**
 * Scores an answer for the first time, or again with a later transcript. Runs any number of times for one job: a run
 * that has ended is left as it is. What is wrong with the input is an outcome; only faults are thrown.
 */
async function scoreAnswerRun({ scope, payload, event }: Work): Promise<JobOutcome> {
  const run = await takeUpRun(scope, payload.runId);
  if (!run) return GONE;
  if (run.finishedAt !== null) return jobOutcomeSchema.parse(run.outcome);
  try {
    const { audio, timingsMs } = await score(scope, run);
    observeRun(timingsMs, audio.durationMs);
    const { assessmentId, attempts } = run;
    Object.assign(event, {
      assessment_id: assessmentId,
      attempt: attempts,
      sound_ms: audio.durationMs,
      timings_ms: timingsMs,
    });
    return DONE;
  } catch (error) {
    if (!(error instanceof EarshotError)) throw error;
    const { code, detail } = error;
    const outcome = { ok: false as const, code, detail, errors: [...error.errors] };
    await endRunWithout(scope, run, { state: "finished", outcome });
    return outcome;
  }
}

/** The last try broke off, or its worker died. */
async function giveUpRun({ scope, payload }: Work): Promise<void> {
  const run = await takeUpRun(scope, payload.runId);
  if (!run || run.finishedAt !== null) return;
  const detail = "Scoring broke off on our side. Send the recording again.";
  await endRunWithout(scope, run, {
    state: "dead",
    outcome: { ok: false, code: "internal_error", detail, errors: [] },
    fault: `No result after ${run.attempts} tries; the worker's log has the reason under this run's id.`,
  });
}

function pendingTranscript({ answer }: RunToDo["assessment"]): SuppliedTranscript | null {
  return toSupplied(answer.pendingTranscriptText, answer.pendingTranscriptFormat);
}

function toSupplied(text: string | null, format: string | null): SuppliedTranscript | null {
  if (text === null) return null;
  // The column holds what acceptTranscript() let in.
  return { text, ...(format !== null && { format: format as NonNullable<SuppliedTranscript["format"]> }) };
}

async function score(scope: OrganizationScope, run: RunToDo): Promise<StoredRun> {
  const { answer, answerId } = run.assessment;
  const pending = pendingTranscript(run.assessment);
  if (pending === null && run.assessment.completedAt === null) {
    const known = await findScoredAssessment(scope, answerId);
    if (known) return weigh(scope, run, known);
  }
  const supplied = pending ?? toSupplied(answer.transcriptText, answer.transcriptFormat);
  const queuedMs = Math.max(0, Date.now() - run.createdAt.getTime());
  // A run is handed to the scoring once its recording is here (fetch-answer-handler.ts).
  if (!answer.recording) throw new Error("The answer has no recording.");
  const result = await openStore().withLocalFile(answer.recording.storageKey, (file) =>
    scoreRecording({ path: file, transcript: supplied, ...scoringOptions(answer) }),
  );
  const roles = await loadRoleVersions(scope, await listRolePins(scope, answerId));
  const stored: StoredRun = {
    scored: result.scored,
    inputHash: result.inputHash,
    audio: result.audio,
    transcript: transcriptFacts(result),
    timingsMs: { queued: queuedMs, ...result.timingsMs },
  };
  await completeRun(scope, await sender(), run, roles, {
    run: stored,
    artifacts: artifactBodies(result),
    applied: pending && { text: pending.text, format: pending.format ?? null },
  });
  return stored;
}

/** Another role's view of an answer that is scored already: nothing is measured again. */
async function weigh(scope: OrganizationScope, run: RunToDo, known: ScoredAssessment): Promise<StoredRun> {
  const source = toStoredRun(known);
  if (!source) throw new Error("A scored assessment has no stored run.");
  const stored = { ...source, timingsMs: { queued: Math.max(0, Date.now() - run.createdAt.getTime()) } };
  const roles = await loadRoleVersions(scope, [run.assessment]);
  await completeRun(scope, await sender(), run, roles, { run: stored, artifacts: [], applied: null });
  return stored;
}

function scoringOptions(answer: RunToDo["assessment"]["answer"]) {
  const { MEDIA_MAX_BYTES, MEDIA_MAX_SECONDS, FFMPEG_PATH, dataDir } = environment();
  const { promptText, promptType, promptEndMs, language } = answer;
  return {
    language,
    prompt: promptText === null ? null : { text: promptText, type: promptType ?? "open", endMs: promptEndMs },
    accommodations: ACCOMMODATIONS.filter((known) => answer.accommodations.includes(known)),
    channel: CHANNELS.find((known) => known === answer.channel) ?? "mix",
    limits: { maxBytes: MEDIA_MAX_BYTES, maxSeconds: MEDIA_MAX_SECONDS },
    ffmpegPath: FFMPEG_PATH ?? null,
    vectors: loadWordVectors(language, path.join(dataDir, "word-vectors")),
  } as const;
}

function transcriptFacts({ artifacts: { transcript } }: RecordingScore) {
  if (!transcript) return null;
  const { source, language, meanConfidence } = transcript;
  return { source, language, meanConfidence };
}

function artifactBodies({ artifacts }: RecordingScore) {
  const { acoustics, transcript, unusedTranscript } = artifacts;
  const tables = { kind: "acoustics" as const, version: acoustics.version, body: toStoredAcoustics(acoustics) };
  if (transcript) return [tables, { kind: "words" as const, version: WORDS_VERSION, body: transcript }];
  if (unusedTranscript === null) return [tables];
  return [tables, { kind: "words" as const, version: UNUSED_WORDS_VERSION, body: { reason: unusedTranscript } }];
}
