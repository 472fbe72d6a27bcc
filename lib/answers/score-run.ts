import path from "node:path";
import { type ReceivedRecording, scoreRecording, type RecordingScore } from "@/lib/answers/score-recording";
import type { SuppliedTranscript } from "@/lib/answers/read-transcript";
import { CHANNELS } from "@/lib/answers/schema";
import { findScoredAssessment, listRolePins, type ScoredAssessment } from "@/lib/assessments/data";
import { completeRun, type RunToDo } from "@/lib/assessments/mutations";
import { type StoredRun, toStoredRun } from "@/lib/assessments/stored-run";
import { environment } from "@/lib/config/environment";
import type { OrganizationScope } from "@/lib/db/scope";
import { sender } from "@/lib/jobs/enqueue";
import { measureInThread } from "@/lib/measuring/measure-in-thread";
import { loadWordVectors } from "@/lib/recognition/word-vectors";
import { loadRoleVersions } from "@/lib/role-benchmarks/data";
import { openStore } from "@/lib/storage/open-store";
import { toStoredAcoustics } from "@/scoring/acoustics/stored-acoustics";
import { ACCOMMODATIONS } from "@/scoring/pipeline/scorer-input";

/** Layout of the stored words: a Transcript as JSON. */
const WORDS_VERSION = "words@1";
/** In place of words that are not used: why, as `{ reason }`, so that a re-score from what is stored says the same. */
const UNUSED_WORDS_VERSION = "unused-words@1";

function pendingTranscript({ answer }: RunToDo["assessment"]): SuppliedTranscript | null {
  return toSupplied(answer.pendingTranscriptText, answer.pendingTranscriptFormat);
}

function toSupplied(text: string | null, format: string | null): SuppliedTranscript | null {
  if (text === null) return null;
  // The column holds what acceptTranscript() let in.
  return { text, ...(format !== null && { format: format as NonNullable<SuppliedTranscript["format"]> }) };
}

export interface ScoredRun {
  readonly stored: StoredRun;
  /** False where the run had ended meanwhile: what it found is not kept. */
  readonly ended: boolean;
}

/**
 * Scores what a run is about, and writes what it found.
 *
 * @param received its recording, where this process has decoded it already
 * @throws EarshotError of scoreRecording(): the input is at fault
 */
export async function scoreRun(
  scope: OrganizationScope,
  run: RunToDo,
  received: ReceivedRecording | null = null,
): Promise<ScoredRun> {
  const { answer, answerId } = run.assessment;
  const pending = pendingTranscript(run.assessment);
  // What has just arrived cannot have been scored before.
  if (!received && pending === null && run.assessment.completedAt === null) {
    const known = await findScoredAssessment(scope, answerId);
    if (known) return weigh(scope, run, known);
  }
  // Asked for now, needed when all is measured.
  const loading = listRolePins(scope, answerId).then((pins) => loadRoleVersions(scope, pins));
  loading.catch(() => undefined); // awaited below
  const supplied = pending ?? toSupplied(answer.transcriptText, answer.transcriptFormat);
  const queuedMs = Math.max(0, Date.now() - run.createdAt.getTime());
  const result = await withRecording(run, received, (source) =>
    scoreRecording({ source, transcript: supplied, measure: measureInThread, ...scoringOptions(answer) }),
  );
  const stored: StoredRun = {
    scored: result.scored,
    inputHash: result.inputHash,
    audio: result.audio,
    transcript: transcriptFacts(result),
    timingsMs: { queued: queuedMs, ...result.timingsMs },
  };
  const ended = await completeRun(scope, await sender(), run, await loading, {
    run: stored,
    copyOf: null,
    artifacts: artifactBodies(result),
    applied: pending && { text: pending.text, format: pending.format ?? null },
  });
  return { stored, ended };
}

function withRecording<T>(
  { assessment: { answer } }: RunToDo,
  received: ReceivedRecording | null,
  work: (source: string | ReceivedRecording) => Promise<T>,
): Promise<T> {
  if (received) return work(received);
  // A run is handed to the scoring once its recording is here (fetch-answer-handler.ts).
  if (!answer.recording) throw new Error("The answer has no recording.");
  return openStore().withLocalFile(answer.recording.storageKey, work);
}

/** Another role's view of an answer that is scored already: nothing is measured again. */
async function weigh(scope: OrganizationScope, run: RunToDo, known: ScoredAssessment): Promise<ScoredRun> {
  const source = toStoredRun(known);
  if (!source) throw new Error("A scored assessment has no stored run.");
  const stored = { ...source, timingsMs: { queued: Math.max(0, Date.now() - run.createdAt.getTime()) } };
  const roles = await loadRoleVersions(scope, [run.assessment]);
  const ended = await completeRun(scope, await sender(), run, roles, {
    ...{ run: stored, copyOf: known.id, artifacts: [], applied: null },
  });
  return { stored, ended };
}

function scoringOptions(answer: RunToDo["assessment"]["answer"]) {
  const { dataDir } = environment();
  const { promptText, promptType, promptEndMs, language } = answer;
  return {
    ...mediaOptions(answer.channel),
    language,
    prompt: promptText === null ? null : { text: promptText, type: promptType ?? "open", endMs: promptEndMs },
    accommodations: ACCOMMODATIONS.filter((known) => answer.accommodations.includes(known)),
    vectors: loadWordVectors(language, path.join(dataDir, "word-vectors")),
  } as const;
}

/** How this installation reads recordings, and which side of this one. */
export function mediaOptions(channel: string) {
  const { MEDIA_MAX_BYTES, MEDIA_MAX_SECONDS, FFMPEG_PATH } = environment();
  return {
    channel: CHANNELS.find((known) => known === channel) ?? "mix",
    limits: { maxBytes: MEDIA_MAX_BYTES, maxSeconds: MEDIA_MAX_SECONDS },
    ffmpegPath: FFMPEG_PATH ?? null,
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
