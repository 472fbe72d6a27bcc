import path from "node:path";
import { dropPendingTranscript, eraseFailedRecording } from "@/lib/answers/mutations";
import { scoreRecording, type RecordingScore } from "@/lib/answers/score-recording";
import { listRolePins } from "@/lib/assessments/data";
import { completeRun, failRun, type RunToDo, takeUpRun } from "@/lib/assessments/mutations";
import { environment } from "@/lib/config/environment";
import type { OrganizationScope } from "@/lib/db/scope";
import { EarshotError } from "@/lib/errors/error-codes";
import type { JobOutcome } from "@/lib/jobs/job-outcome";
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
  readonly payload: { readonly assessmentId: string };
}

export const scoreAnswerHandler = { handle: scoreAnswerRun, giveUp: giveUpRun };

/**
 * Scores an answer for the first time, or again with a later transcript. Runs any number of times for one job: a run
 * that has its result already is left as it is. What is wrong with the input is an outcome; only faults are thrown.
 */
async function scoreAnswerRun({ scope, payload }: Work): Promise<JobOutcome> {
  const run = await takeUpRun(scope, payload.assessmentId);
  if (!run) return GONE;
  const isFirst = run.completedAt === null;
  const pending = pendingTranscript(run);
  if (!isFirst && !pending) return settledOutcome(run);
  try {
    await score(scope, run, pending);
    return DONE;
  } catch (error) {
    if (!(error instanceof EarshotError)) throw error;
    const { code, detail } = error;
    if (isFirst) {
      await failRun(scope, run.id, { code, detail });
      await eraseFailedRecording(scope, openStore(), run.answerId);
    } else {
      await dropPendingTranscript(scope, run.answerId);
    }
    return { ok: false, code, detail, errors: [...error.errors] };
  }
}

async function giveUpRun({ scope, payload }: Work): Promise<void> {
  const run = await takeUpRun(scope, payload.assessmentId);
  if (!run) return;
  if (run.completedAt !== null) return dropPendingTranscript(scope, run.answerId);
  const detail = "Scoring broke off on our side. Send the recording again.";
  await failRun(scope, run.id, { code: "internal_error", detail });
  await eraseFailedRecording(scope, openStore(), run.answerId);
}

function settledOutcome({ status, errorCode, errorDetail }: RunToDo): JobOutcome {
  if (status !== "failed") return DONE;
  // errorCode is written by failRun() alone, from an EarshotError.
  return { ok: false, code: errorCode as EarshotError["code"], detail: errorDetail ?? "", errors: [] };
}

function pendingTranscript({ answer }: RunToDo): SuppliedTranscript | null {
  return toSupplied(answer.pendingTranscriptText, answer.pendingTranscriptFormat);
}

function toSupplied(text: string | null, format: string | null): SuppliedTranscript | null {
  if (text === null) return null;
  // The column holds what acceptTranscript() let in.
  return { text, ...(format !== null && { format: format as NonNullable<SuppliedTranscript["format"]> }) };
}

async function score(scope: OrganizationScope, run: RunToDo, pending: SuppliedTranscript | null): Promise<void> {
  const { answer } = run;
  const supplied = pending ?? toSupplied(answer.transcriptText, answer.transcriptFormat);
  const queuedMs = run.completedAt === null ? Math.max(0, Date.now() - run.createdAt.getTime()) : 0;
  const result = await openStore().withLocalFile(answer.recording.storageKey, (file) =>
    scoreRecording({ path: file, transcript: supplied, ...scoringOptions(answer) }),
  );
  const roles = await loadRoleVersions(scope, await listRolePins(scope, run.answerId));
  await completeRun(scope, run, roles, {
    run: {
      scored: result.scored,
      inputHash: result.inputHash,
      audio: result.audio,
      transcript: transcriptFacts(result),
      timingsMs: { queued: queuedMs, ...result.timingsMs },
    },
    artifacts: artifactBodies(result),
    applied: pending && { text: pending.text, format: pending.format ?? null },
  });
}

function scoringOptions(answer: RunToDo["answer"]) {
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
