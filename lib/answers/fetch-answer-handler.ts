import { endRefusedRun, endRunWithout } from "@/lib/answers/end-run-mutations";
import { fetchRecording } from "@/lib/answers/fetch-recording";
import { attachRecording, handAttachedRunOn } from "@/lib/answers/attach-mutations";
import { probeContainer } from "@/lib/answers/probe-container";
import { recogniseFixture } from "@/lib/answers/recognise-fixture";
import { type RunToDo, takeUpRun } from "@/lib/assessments/mutations";
import type { OrganizationScope } from "@/lib/db/scope";
import { EarshotError } from "@/lib/errors/error-codes";
import { sender } from "@/lib/jobs/enqueue";
import { jobOutcomeSchema, type JobOutcome } from "@/lib/jobs/job-outcome";
import { getLiveAnswer } from "@/lib/live-answers/data";
import { type IncomingObject, type ObjectStore, partsFolder } from "@/lib/storage/object-store";
import { openStore } from "@/lib/storage/open-store";
import { getUpload } from "@/lib/uploads/data";
import { openUpload } from "@/lib/uploads/open-upload";

/** Nobody waits for this one with an open connection. */
const FETCH_SECONDS = 120;
/** A server that does not answer is asked again after these pauses. */
const PAUSES_MS = [1_000, 5_000] as const;
const GONE: JobOutcome = { ok: false, code: "not_found", detail: "The answer was erased.", errors: [] };

interface Work {
  readonly scope: OrganizationScope;
  readonly payload: { readonly runId: string };
}

export const fetchAnswerHandler = { handle: fetchAnswer, giveUp };

/** Gets the recording of a run and hands the run on. Runs any number of times for one job. */
async function fetchAnswer({ scope, payload }: Work): Promise<JobOutcome> {
  const run = await takeUpRun(scope, payload.runId);
  if (!run) return GONE;
  if (run.finishedAt !== null) return jobOutcomeSchema.parse(run.outcome);
  const { recordingId, sourceLiveAnswerId } = run.assessment.answer;
  if (recordingId !== null) {
    // Handed on before, by a worker that was killed before it could say so; or attached by the follower of a live answer.
    if (sourceLiveAnswerId !== null) await handAttachedRunOn(scope, await sender(), run.id);
    return { ok: true };
  }
  try {
    await fetchAndAttach(scope, openStore(), run);
    return { ok: true };
  } catch (error) {
    return endRefusedRun(scope, run, error);
  }
}

async function fetchAndAttach(scope: OrganizationScope, store: ObjectStore, run: RunToDo): Promise<void> {
  const { sourceUploadId } = run.assessment.answer;
  const recording = await openSource(scope, store, run);
  try {
    const container = await probeContainer(recording);
    const recognised = await recogniseFixture(run, recording.sha256);
    await attachRecording(scope, store, await sender(), run, { recording, container, recognised });
  } finally {
    // Once it is kept, there is no temporary file any more and this does nothing.
    await store.discard(recording);
  }
  if (sourceUploadId !== null) await store.deleteParts(partsFolder(scope.organizationId, sourceUploadId));
}

async function openSource(
  scope: OrganizationScope,
  store: ObjectStore,
  { assessment: { answer } }: RunToDo,
): Promise<IncomingObject> {
  const { sourceUrl, sourceUploadId, sourceLiveAnswerId } = answer;
  if (sourceLiveAnswerId !== null) {
    const { receivedBytes } = await getLiveAnswer(scope, sourceLiveAnswerId);
    return store.receive(store.readParts(partsFolder(scope.organizationId, sourceLiveAnswerId), receivedBytes));
  }
  if (sourceUploadId !== null) return openUpload(scope, store, await getUpload(scope, sourceUploadId));
  if (sourceUrl === null) throw new Error("The answer names no source for its recording.");
  const options = { seconds: FETCH_SECONDS };
  for (const pauseMs of PAUSES_MS) {
    try {
      return await fetchRecording(store, sourceUrl, options);
    } catch (error) {
      if (!(error instanceof EarshotError) || error.code !== "audio_url_unreachable") throw error;
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }
  return fetchRecording(store, sourceUrl, options);
}

/** The last try broke off, or its worker died. */
async function giveUp({ scope, payload }: Work): Promise<void> {
  const run = await takeUpRun(scope, payload.runId);
  if (!run || run.finishedAt !== null || run.assessment.answer.recordingId !== null) return;
  const detail = "Getting the recording broke off on our side. Send the answer again.";
  await endRunWithout(scope, run, {
    state: "dead",
    outcome: { ok: false, code: "internal_error", detail, errors: [] },
    fault: `No recording after ${run.attempts} tries; the worker's log has the reason under this run's id.`,
  });
}
