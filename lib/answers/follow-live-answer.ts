import { endRunWithout } from "@/lib/answers/end-run-without";
import { isFixtureRecording } from "@/lib/answers/is-fixture-recording";
import { attachRecording } from "@/lib/answers/mutations";
import { probeContainer } from "@/lib/answers/probe-container";
import { performRun } from "@/lib/answers/perform-run";
import { decodeOptions } from "@/lib/answers/score-recording";
import { mediaOptions } from "@/lib/answers/score-run";
import { type RunToDo, takeUpRunOf } from "@/lib/assessments/mutations";
import type { OrganizationScope } from "@/lib/db/scope";
import { EarshotError } from "@/lib/errors/error-codes";
import { sender } from "@/lib/jobs/enqueue";
import type { JobOutcome } from "@/lib/jobs/job-outcome";
import { liveAnswerChannel } from "@/lib/jobs/live-answer-channel";
import { Wake } from "@/lib/jobs/wake";
import { AWAIT_TURN_MS, IDLE_MS, LEASE_MS } from "@/lib/live-answers/constants";
import { fieldsOf, getLiveAnswer, type LiveAnswerRecord } from "@/lib/live-answers/data";
import { endLease, renewLease } from "@/lib/live-answers/mutations";
import { type FinishedStream, RecordingStream } from "@/lib/media/streaming/recording-stream";
import { type GrowingObject, type IncomingObject, type ObjectStore, partsFolder } from "@/lib/storage/object-store";

export interface StreamToFollow {
  readonly scope: OrganizationScope;
  readonly id: string;
  /** Who holds the lease. */
  readonly owner: string;
  readonly store: ObjectStore;
  /** Ends the following; another worker may take it up. */
  readonly signal: AbortSignal;
  /** The work's line in the log. */
  readonly event: Record<string, unknown>;
}

/** What a follower holds of its stream. */
interface Held extends StreamToFollow {
  readonly file: GrowingObject;
  readonly stream: RecordingStream;
  readonly wake: Wake;
}

/**
 * Decodes a live answer while it arrives, and scores it at once when it is completed. Everything that it does can be
 * lost: the chunks are durable, and a job beside it scores them where this comes to no end.
 *
 * @returns how the run ended; null where none was ended here (given up, deleted, idle, followed by another)
 */
export async function followLiveAnswer(following: StreamToFollow): Promise<JobOutcome | null> {
  const { scope, id, owner, store } = following;
  const { channel } = fieldsOf(await getLiveAnswer(scope, id));
  const file = await store.grow();
  const wake = new Wake();
  const unsubscribe = liveAnswerChannel().subscribe(id, wake.ring);
  const held: Held = {
    ...following,
    file,
    wake,
    stream: new RecordingStream(file.path, decodeOptions(mediaOptions(channel))),
  };
  let received: IncomingObject | null = null;
  try {
    await liveAnswerChannel()
      .open()
      .catch(() => undefined); // polling is the floor
    const assessmentId = await receiveAll(held);
    if (assessmentId === null) return null;
    const finishing = held.stream.finish(following.signal);
    finishing.catch(() => undefined); // awaited below
    received = await file.finish();
    const run = await awaitTurn(held, assessmentId);
    return run && (await scoreStream(held, run, received, finishing));
  } finally {
    unsubscribe();
    held.stream.close();
    await file.discard();
    // Once it is kept, there is no temporary file any more and this does nothing.
    if (received) await store.discard(received);
    await endLease(scope, id, owner);
  }
}

/** Gathers and decodes until the live answer is completed: the id of its assessment. null: there is no going on. */
async function receiveAll({ scope, id, owner, store, signal, file, stream, wake }: Held): Promise<string | null> {
  for (;;) {
    const live = signal.aborted ? null : await renew(scope, id, owner);
    if (!live) return null;
    const { receivedBytes, state } = live;
    if (receivedBytes > file.bytes) {
      for await (const chunk of store.readParts(partsFolder(scope.organizationId, id), receivedBytes, file.bytes)) {
        // A stream without an encoding gives buffers.
        await file.append(chunk as Buffer);
        await stream.add(chunk as Buffer);
      }
    } else if (state === "completed") return live.assessmentId;
    else if (Date.now() - live.lastChunkAt.getTime() > IDLE_MS) return null;
    else await wake.wait(LEASE_MS / 3);
  }
}

/** null where it is gone, expired, or another's. */
async function renew(scope: OrganizationScope, id: string, owner: string): Promise<LiveAnswerRecord | null> {
  try {
    return await renewLease(scope, id, owner);
  } catch (error) {
    if (error instanceof EarshotError) return null;
    throw error;
  }
}

/** Takes up the run once the organization has a place for it; null where that takes too long, or it is over. */
async function awaitTurn(held: Held, assessmentId: string): Promise<RunToDo | null> {
  const { scope, id, owner, signal, wake } = held;
  for (const endsAt = Date.now() + AWAIT_TURN_MS; !signal.aborted && Date.now() < endsAt;) {
    const run = await takeUpRunOf(scope, assessmentId);
    if (run !== "waits") return run;
    await wake.wait(LEASE_MS / 3);
    if (!(await renew(scope, id, owner))) return null;
  }
  return null;
}

async function scoreStream(
  { scope, store, event }: Held,
  run: RunToDo,
  received: IncomingObject,
  finishing: Promise<FinishedStream>,
): Promise<JobOutcome | null> {
  // Another worker was first, or the answer is erased.
  if (run.finishedAt !== null || run.assessment.answer.recordingId !== null) return null;
  try {
    const container = await probeContainer(received);
    const kept = { recording: received, container, synthetic: isFixtureRecording(received.sha256) };
    // While the last of it is decoded.
    if (!(await attachRecording(scope, store, await sender(), run, kept, true))) return null;
    const { recording, whileArriving } = await finishing;
    event.decoded_while_arriving = whileArriving;
    return await performRun({ scope, run, event, received: { recording, sha256: received.sha256 } });
  } catch (error) {
    if (!(error instanceof EarshotError)) throw error;
    const { code, detail, errors } = error;
    const outcome = { ok: false as const, code, detail, errors: [...errors] };
    await endRunWithout(scope, run, { state: "finished", outcome });
    return outcome;
  }
}
